package dev.bulkhead.bench;

import dev.bulkhead.testing.RawWebSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A browser's end of a screen, past the handshake. */
final class ScreenClient implements AutoCloseable {

    private final RawWebSocket socket;

    /** @param socket a granted WebSocket that speaks RFB */
    ScreenClient(RawWebSocket socket) throws IOException {
        this.socket = socket;
        socket.nextBytes(12);
        socket.sendBinary("RFB 003.008\n".getBytes(StandardCharsets.US_ASCII));
        socket.nextBytes(2);
        socket.sendBinary(new byte[] {1});
        socket.nextBytes(4);
        socket.sendBinary(new byte[] {1});
    }

    void order(int mebibytes, int order) throws IOException {
        socket.sendBinary(ScreenSource.key(mebibytes, order));
    }

    /** Reads a whole flood and looks at each of its bytes. */
    void takeFlood(int mebibytes) throws IOException {
        byte[] piece = ScreenSource.bytes();
        long total = (long) mebibytes << 20;
        for (long at = 0; at < total; ) {
            byte[] bytes = socket.nextBytes(1);
            for (int from = 0; from < bytes.length; ) {
                int in = (int) ((at + from) % piece.length);
                int count = Math.min(piece.length - in, bytes.length - from);
                if (!Arrays.equals(piece, in, in + count, bytes, from, from + count)) {
                    throw new IllegalStateException("A byte near " + (at + from) + " is not what was sent");
                }
                from += count;
            }
            at += bytes.length;
        }
    }

    /** How long a key takes to the server and back, in microseconds. */
    double echoMicros() throws IOException {
        long began = System.nanoTime();
        socket.sendBinary(ScreenSource.key(0, 'x'));
        socket.nextBytes(ScreenSource.KEY_LENGTH);
        return (System.nanoTime() - began) / 1e3;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
