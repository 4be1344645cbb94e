package dev.bulkhead.docker;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Headers by single bytes, and what they announce in whole buffers, from one source. Holds back what came along with a header only. */
final class PeekedSource implements ByteSource {

    private static final int MOST_HELD = 4096;

    private final ByteSource source;
    private final ByteBuffer held = ByteBuffer.allocate(MOST_HELD).limit(0);

    PeekedSource(ByteSource source) {
        this.source = source;
    }

    /** The next byte, or -1 at the end. */
    int next() throws IOException {
        if (!held.hasRemaining()) {
            int count = source.read(held.clear());
            held.flip();
            if (count < 0) {
                return -1;
            }
        }
        return held.get() & 0xff;
    }

    /** The next byte of something begun. */
    int require() throws IOException {
        int value = next();
        if (value < 0) {
            throw new EOFException("The engine ended the stream half-way");
        }
        return value;
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        if (!held.hasRemaining()) {
            return source.read(buffer);
        }
        int count = Math.min(held.remaining(), buffer.remaining());
        buffer.put(held.slice(held.position(), count));
        held.position(held.position() + count);
        return count;
    }

    /** As {@link #read}, but not beyond what a header announced. */
    int read(ByteBuffer buffer, long most) throws IOException {
        int limit = buffer.limit();
        buffer.limit(buffer.position() + (int) Math.min(buffer.remaining(), most));
        try {
            int count = read(buffer);
            if (count < 0) {
                throw new EOFException("The engine ended the stream half-way");
            }
            return count;
        } finally {
            buffer.limit(limit);
        }
    }
}
