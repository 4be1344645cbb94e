package dev.bulkhead.docker;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Where bytes come from, as from a channel. */
@FunctionalInterface
interface ByteSource {

    /** Blocks until there are bytes; returns how many were put at the buffer's position, or -1 at the end. */
    int read(ByteBuffer buffer) throws IOException;
}
