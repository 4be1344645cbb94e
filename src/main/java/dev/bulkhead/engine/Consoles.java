package dev.bulkhead.engine;

import java.util.List;

/** Screens, serial lines, shells and logs of instances. */
public interface Consoles {

    /**
     * What the instance has, usable now or not, the one that most people want first. Empty when it has nothing of the kind.
     *
     * @throws EngineException NOT_FOUND
     */
    List<ConsoleOffer> offers(String localId);

    /**
     * Opens one. The connection belongs to the caller, who closes it; it outlives the call but not the engine's {@link Engine#close()}.
     *
     * @throws EngineException NOT_FOUND; CONFLICT when the instance does not run or somebody else has its only line; UNSUPPORTED when
     *     it has no such console, or no shell, or when its log does not know when a line was printed; INVALID for a user, directory or
     *     command that it has not
     */
    ConsoleConnection open(String localId, ConsoleRequest request);
}
