package dev.bulkhead.console;

import java.nio.ByteBuffer;

/**
 * The last bytes of a stream, each known by its absolute position. Takes memory as it fills. Safe for all threads.
 */
final class Scrollback {

    private static final int FIRST = 4096;

    private final int capacity;
    private byte[] ring;
    private long head;
    private int size;

    Scrollback(int capacity) {
        this.capacity = Math.max(FIRST, capacity);
        this.ring = new byte[FIRST];
    }

    /** Position after the newest byte. */
    synchronized long head() {
        return head;
    }

    /** Position of the oldest byte that is kept. */
    synchronized long tail() {
        return head - size;
    }

    int capacity() {
        return capacity;
    }

    /** Takes all bytes; the oldest go where they do not fit. */
    synchronized void append(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            makeRoom(bytes.remaining());
            int at = (int) (head % ring.length);
            int chunk = Math.min(bytes.remaining(), ring.length - at);
            bytes.get(ring, at, chunk);
            head += chunk;
            size = Math.min(ring.length, size + chunk);
        }
    }

    /**
     * Copies what follows {@code position}, as much as fits.
     *
     * @param position between {@link #tail()} and {@link #head()}
     * @return how many bytes; 0 when there are none; -1 when that position is no longer kept
     */
    synchronized int read(long position, ByteBuffer into) {
        if (position < head - size) {
            return -1;
        }
        int total = 0;
        while (into.hasRemaining() && position < head) {
            int at = (int) (position % ring.length);
            int chunk = (int) Math.min(Math.min(into.remaining(), ring.length - at), head - position);
            into.put(ring, at, chunk);
            position += chunk;
            total += chunk;
        }
        return total;
    }

    /**
     * Where somebody who has seen nothing begins: at the oldest byte, or when older ones were dropped after the first end of a line
     * near it, so that no character or control sequence is cut in half.
     *
     * @param slack how many bytes may be left out for that
     */
    synchronized long beginning(int slack) {
        long tail = head - size;
        if (tail == 0) {
            return 0;
        }
        long end = Math.min(head, tail + slack);
        for (long position = tail; position < end; position++) {
            if (ring[(int) (position % ring.length)] == '\n') {
                return position + 1;
            }
        }
        return tail;
    }

    private void makeRoom(int wanted) {
        if (ring.length >= capacity || size + wanted <= ring.length) {
            return;
        }
        int larger = ring.length;
        while (larger < capacity && larger < size + wanted) {
            larger = Math.min(capacity, larger * 2);
        }
        byte[] grown = new byte[larger];
        for (long position = head - size; position < head; position++) {
            grown[(int) (position % larger)] = ring[(int) (position % ring.length)];
        }
        ring = grown;
    }
}
