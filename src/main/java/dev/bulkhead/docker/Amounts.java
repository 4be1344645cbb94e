package dev.bulkhead.docker;

import dev.bulkhead.common.ByteSize;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Amounts as the engine writes them. */
final class Amounts {

    private Amounts() {}

    /** Null for -1, which is how the engine writes "not counted", and for what is no number. */
    static @Nullable ByteSize size(JsonNode bytes) {
        long size = bytes.asLong(-1);
        return size < 0 ? null : new ByteSize(size);
    }
}
