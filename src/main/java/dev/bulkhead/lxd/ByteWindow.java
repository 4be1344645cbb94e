package dev.bulkhead.lxd;

import java.nio.ByteBuffer;

/** The newest bytes of a stream, in order; the oldest give way when there are too many. Not for several threads. */
final class ByteWindow {

    private static final int MOST = 256 * 1024;

    private byte[] bytes = {};
    private int start;
    private int count;

    boolean isEmpty() {
        return count == 0;
    }

    void put(ByteBuffer news) {
        news.position(Math.max(news.position(), news.limit() - MOST));
        int length = news.remaining();
        int dropped = Math.max(0, count + length - MOST);
        start += dropped;
        count -= dropped;
        if (start + count + length > bytes.length) {
            byte[] larger = new byte[Math.min(MOST, Math.max(2 * (count + length), 1024)) + length];
            System.arraycopy(bytes, start, larger, 0, count);
            bytes = larger;
            start = 0;
        }
        news.get(bytes, start + count, length);
        count += length;
    }

    int get(ByteBuffer buffer) {
        int taken = Math.min(count, buffer.remaining());
        buffer.put(bytes, start, taken);
        start += taken;
        count -= taken;
        if (count == 0) {
            bytes = new byte[0];
            start = 0;
        }
        return taken;
    }
}
