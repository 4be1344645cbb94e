package dev.bulkhead.engine;

import java.util.List;
import java.util.Optional;

/** The instances of one engine. */
public interface Instances {

    /**
     * All of them, in no order, by the engine's bulk calls: the number of calls does not grow with the number of instances. An
     * instance of which a part cannot be read is there with {@link Instance#problem()}; it never fails the list.
     */
    List<Instance> list();

    /**
     * Reads one again, in more depth than the list where that costs further calls.
     *
     * @param localId {@link dev.bulkhead.common.InstanceId#local()}
     * @return empty only when the engine says that it is not there
     */
    Optional<Instance> find(String localId);

    /**
     * Does it and returns when the engine says it is done; SHUTDOWN and RESTART return when the guest was asked. The truth about the
     * new state comes from the engine's report, never from here.
     *
     * @throws EngineException NOT_FOUND, CONFLICT when the state does not allow it, UNSUPPORTED when the engine cannot
     */
    void perform(String localId, Action action);
}
