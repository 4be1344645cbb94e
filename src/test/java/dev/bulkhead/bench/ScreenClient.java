package dev.bulkhead.bench;

import dev.bulkhead.testing.RawWebSocket;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A viewer's end of a screen, past the handshake: through a relay as a browser, or straight at the VNC server. */
final class ScreenClient implements AutoCloseable {

    private final Wire wire;

    /** What the bytes go through. */
    private interface Wire extends AutoCloseable {

        void send(byte[] bytes) throws IOException;

        /** At least so many bytes, and what came along with them. */
        byte[] take(int count) throws IOException;

        @Override
        void close() throws IOException;
    }

    /** @param socket a granted WebSocket that speaks RFB */
    ScreenClient(RawWebSocket socket) throws IOException {
        this(new Relayed(socket));
    }

    private ScreenClient(Wire wire) throws IOException {
        this.wire = wire;
        wire.take(12);
        wire.send("RFB 003.008\n".getBytes(StandardCharsets.US_ASCII));
        wire.take(2);
        wire.send(new byte[] {1});
        wire.take(4);
        wire.send(new byte[] {1});
    }

    /** Without a relay. @param port the VNC server's */
    static ScreenClient straight(int port) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        return new ScreenClient(new Straight(socket));
    }

    void order(int mebibytes, int order) throws IOException {
        wire.send(ScreenSource.key(mebibytes, order));
    }

    /** Reads a whole flood and looks at each of its bytes. */
    void takeFlood(int mebibytes) throws IOException {
        byte[] piece = ScreenSource.bytes();
        long total = (long) mebibytes << 20;
        for (long at = 0; at < total; ) {
            byte[] bytes = wire.take(1);
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
        return answerMicros(ScreenSource.KEY_LENGTH);
    }

    /** How long a key takes until its answer of so many bytes is here, in microseconds. */
    double answerMicros(int length) throws IOException {
        long began = System.nanoTime();
        wire.send(ScreenSource.key(0, 'x'));
        wire.take(length);
        return (System.nanoTime() - began) / 1e3;
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }

    private record Relayed(RawWebSocket socket) implements Wire {

        @Override
        public void send(byte[] bytes) throws IOException {
            socket.sendBinary(bytes);
        }

        @Override
        public byte[] take(int count) throws IOException {
            return socket.nextBytes(count);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private record Straight(Socket socket) implements Wire {

        @Override
        public void send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }

        @Override
        public byte[] take(int count) throws IOException {
            InputStream in = socket.getInputStream();
            byte[] bytes = in.readNBytes(count);
            if (bytes.length < count) {
                throw new EOFException("The VNC server has closed");
            }
            return bytes;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
