package dev.bulkhead.engine.contract;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.InstanceKind;
import java.util.List;
import java.util.UUID;

/**
 * One real engine as the kit needs it: it opens our side, and acts on the other side as somebody else would, with the engine's own
 * tools. Every method returns when the engine says it is done, and throws when the engine refuses.
 */
public interface Backstage {

    /** Names that break naive code. */
    List<String> AWKWARD_NAMES = List.of(
            "subVm#Test.1",
            "test%",
            "a&b",
            "<b>x",
            "حاوية",
            "rocket-🚀",
            "sixty-four-characters-".repeat(3).substring(0, 64));

    /** A new engine that is not connected yet; the kit closes it. */
    Engine open();

    /** What {@link #makeGuest} makes. */
    InstanceKind kind();

    /** Makes a guest that runs, uses a little CPU time and ends when it is asked to; returns its local id. */
    String makeGuest(String name);

    /** Starts a stopped guest. */
    void start(String localId);

    /** Stops a running guest at once. */
    void stop(String localId);

    /** Removes a guest, whatever its state; one that is not there does no harm. */
    void remove(String localId);

    /** Gives a guest, of the state that the engine needs for it, another name. */
    void rename(String localId, String name);

    /**
     * Runs a line of shell inside a running guest and returns what it printed. Asked only of engines that have consoles; where nobody
     * but them comes into a guest, by a console of the kit's own.
     */
    default String inside(String localId, String line) {
        throw new AssertionError("Nobody can look inside " + localId);
    }

    /** An id of the engine's form that no guest has. */
    default String unknownId() {
        return UUID.randomUUID().toString();
    }

    /** Those of {@link #AWKWARD_NAMES} that the engine does not accept as a name. */
    default List<String> refusedNames() {
        return List.of();
    }

    /** Kills the engine's daemon, as {@code kill -9} does. */
    void kill();

    /** Starts the engine's daemon after {@link #kill()}; its guests may have stopped, but are there. */
    void revive();

    /** Makes the daemon stop answering without ending, as {@code kill -STOP} does. */
    void freeze();

    void thaw();
}
