package dev.bulkhead.docker;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The output of a process without a terminal: frames of eight bytes of header, which say the stream and the length, and the bytes.
 * Output and errors are given in the order in which they come.
 */
final class OutputFrames implements ByteSource {

    /** Input, output, errors, and errors of the engine itself. */
    private static final int MOST_STREAM = 3;

    private static final int HEADER = 8;
    private static final long LONGEST_FRAME = 0xffff_ffffL;

    private final PeekedSource framed;
    private long left;

    OutputFrames(ByteSource framed) {
        this.framed = new PeekedSource(framed);
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        while (left == 0) {
            if (!nextFrame()) {
                return -1;
            }
        }
        int count = framed.read(buffer, left);
        left -= count;
        return count;
    }

    private boolean nextFrame() throws IOException {
        int stream = framed.next();
        if (stream < 0) {
            return false;
        }
        // Three bytes that are always zero, and four of length.
        for (int at = 1; at < HEADER; at++) {
            left = left << 8 | framed.require();
        }
        if (stream > MOST_STREAM || left > LONGEST_FRAME) {
            throw new IOException("The engine's output is not framed as it should be");
        }
        return true;
    }
}
