package dev.bulkhead.bench;

import java.io.IOException;

/** One end of a shell in a container, by whatever way. One thread types and reads. */
interface Terminal extends AutoCloseable {

    /** How many bytes one message of input has at most, in our page and here. */
    int PIECE = 16 * 1024;

    /** Blocks until it is on its way. */
    void type(byte[] bytes) throws IOException;

    /** The output that comes next, at least one byte; what was given before counts as shown. Blocks for 15 seconds at most. */
    byte[] read() throws IOException;

    /** Processor time of all that stands between this end and the engine, in seconds. */
    double processorSeconds();

    @Override
    void close() throws IOException;
}
