package dev.bulkhead.console;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** What was typed and not yet taken by the guest. A viewer that types faster than the guest reads waits here, and nobody else. */
final class InputQueue {

    private static final int CAPACITY = 1 << 20;

    private final ArrayDeque<Piece> pieces = new ArrayDeque<>();
    private int held;
    private boolean closed;

    record Piece(TerminalSeat from, ByteBuffer bytes) {}

    /** Copies the bytes; blocks while the queue is full. Does nothing once it is closed. */
    synchronized void put(TerminalSeat from, ByteBuffer bytes) throws InterruptedException {
        while (!closed && held > 0 && held + bytes.remaining() > CAPACITY) {
            wait();
        }
        if (!closed) {
            ByteBuffer copy = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
            held += copy.remaining();
            pieces.add(new Piece(from, copy));
            notifyAll();
        }
    }

    /** Blocks until there is something; null once it is closed. */
    synchronized @Nullable Piece take() throws InterruptedException {
        while (!closed && pieces.isEmpty()) {
            wait();
        }
        if (closed) {
            return null;
        }
        Piece piece = pieces.remove();
        held -= piece.bytes().remaining();
        notifyAll();
        return piece;
    }

    synchronized void close() {
        closed = true;
        pieces.clear();
        notifyAll();
    }
}
