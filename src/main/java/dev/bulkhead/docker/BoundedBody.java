package dev.bulkhead.docker;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The content of an answer whose length was told. */
final class BoundedBody implements ByteSource {

    private final PeekedSource source;
    private long left;

    BoundedBody(PeekedSource source, long length) {
        this.source = source;
        this.left = length;
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = source.read(buffer, left);
        left -= count;
        return count;
    }
}
