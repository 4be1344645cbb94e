package dev.bulkhead.bench;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A VNC server without a screen, for relays to be measured at: after the handshake it answers to the name in the first key event.
 * Each connection has a thread.
 */
final class ScreenSource implements AutoCloseable {

    /** Keys of the first key event: send so many MiB as fast as they are taken. */
    static final int FLOOD = 'f';
    /** Send back every message that comes. */
    static final int ECHO = 'e';
    /** Answer every message by a piece of a picture. */
    static final int DRAW = 'd';
    /** Send and take nothing more. */
    static final int REST = 'r';

    static final int KEY_LENGTH = 8;
    static final int PIECE = 4096;
    private static final byte[] VERSION = "RFB 003.008\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final ServerSocket server = new ServerSocket(0, 2_000, InetAddress.getLoopbackAddress());
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong heard = new AtomicLong();

    ScreenSource() throws IOException {
        Thread.ofPlatform().daemon().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    socket.setTcpNoDelay(true);
                    Thread.ofVirtual().start(() -> serve(socket));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    int port() {
        return server.getLocalPort();
    }

    /** Bytes of floods that were taken so far, by whoever. */
    long sent() {
        return sent.get();
    }

    /** Key events that came after the first of a flood. */
    long heard() {
        return heard.get();
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
            OutputStream out = socket.getOutputStream();
            out.write(VERSION);
            in.readNBytes(VERSION.length);
            out.write(new byte[] {1, 1});
            in.readByte();
            out.write(new byte[4]);
            in.readByte();
            byte[] order = in.readNBytes(KEY_LENGTH);
            if (order.length < KEY_LENGTH) {
                return;
            }
            switch (order[7]) {
                case FLOOD -> flood(in, out, order[6] & 0xFF);
                case ECHO -> echo(in, out);
                case DRAW -> draw(in, out);
                default -> in.read();
            }
        } catch (IOException | InterruptedException gone) {
            // Whoever measures notices.
            return;
        }
    }

    private void flood(DataInputStream in, OutputStream out, int mebibytes) throws IOException, InterruptedException {
        Thread keys = Thread.ofVirtual().start(() -> {
            try {
                while (in.readNBytes(KEY_LENGTH).length == KEY_LENGTH) {
                    heard.incrementAndGet();
                }
            } catch (IOException gone) {
                return;
            }
        });
        byte[] piece = bytes();
        for (long left = (long) mebibytes << 20; left > 0; left -= PIECE) {
            out.write(piece);
            sent.addAndGet(PIECE);
        }
        // A relay may drop what it still holds when we are the first to close.
        keys.join();
    }

    private static void echo(DataInputStream in, OutputStream out) throws IOException {
        for (byte[] key = in.readNBytes(KEY_LENGTH); key.length == KEY_LENGTH; key = in.readNBytes(KEY_LENGTH)) {
            out.write(key);
        }
    }

    private static void draw(DataInputStream in, OutputStream out) throws IOException {
        byte[] piece = bytes();
        while (in.readNBytes(KEY_LENGTH).length == KEY_LENGTH) {
            out.write(piece);
        }
    }

    /** The piece that a flood consists of. */
    static byte[] bytes() {
        byte[] piece = new byte[PIECE];
        SplittableRandom random = new SplittableRandom(1);
        random.nextBytes(piece);
        return piece;
    }

    static byte[] key(int mebibytes, int order) {
        return new byte[] {4, 1, 0, 0, 0, 0, (byte) mebibytes, (byte) order};
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
