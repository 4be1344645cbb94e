package dev.bulkhead.engine;

import java.util.Optional;

/** Pictures of what virtual machines show. */
public interface Screens {

    /**
     * What the first screen shows now; empty when the machine has none or does not run. One call.
     *
     * @throws EngineException NOT_FOUND
     */
    Optional<Screenshot> screenshot(String localId);

    /**
     * A picture.
     *
     * @param type as in {@code image/png}
     * @param bytes the file
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
    record Screenshot(String type, byte[] bytes) {}
}
