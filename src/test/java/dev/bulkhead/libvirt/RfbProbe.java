package dev.bulkhead.libvirt;

import dev.bulkhead.engine.ConsoleConnection;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** As much of a VNC client as it takes to see pixels. */
final class RfbProbe {

    private static final byte NONE = 1;
    private static final int PIXEL = 4;

    private final ConsoleConnection connection;
    private int width;
    private int height;

    RfbProbe(ConsoleConnection connection) {
        this.connection = connection;
    }

    /** Answers the greeting and returns the ways in which the server lets itself be convinced. */
    byte[] greet() throws IOException {
        String greeting = StandardCharsets.US_ASCII.decode(read(12)).toString();
        if (!greeting.startsWith("RFB 003.")) {
            throw new IOException("no VNC server: " + greeting);
        }
        connection.write(ByteBuffer.wrap("RFB 003.008\n".getBytes(StandardCharsets.US_ASCII)));
        byte[] types = new byte[read(1).get()];
        read(types.length).get(types);
        return types;
    }

    /** Enters without a password. */
    void enter() throws IOException {
        connection.write(ByteBuffer.wrap(new byte[] {NONE}));
        int result = read(4).getInt();
        if (result != 0) {
            throw new IOException("refused: " + result);
        }
        connection.write(ByteBuffer.wrap(new byte[] {1}));
        ByteBuffer server = read(24);
        width = server.getShort();
        height = server.getShort();
        read(server.getInt(20));
    }

    /** Asks for the whole screen, as it is, and says whether anything on it is not black. */
    boolean seesLight() throws IOException {
        connection.write(ByteBuffer.allocate(10)
                .put((byte) 3)
                .put((byte) 0)
                .putInt(0)
                .putShort((short) width)
                .putShort((short) height)
                .flip());
        while (true) {
            switch (read(1).get()) {
                case 0 -> {
                    return pixels();
                }
                case 2 -> {
                    // A bell has no more to say.
                }
                default -> throw new IOException("unexpected message");
            }
        }
    }

    private boolean pixels() throws IOException {
        boolean light = false;
        int rectangles = read(3).getShort(1);
        for (int i = 0; i < rectangles; i++) {
            ByteBuffer header = read(12);
            ByteBuffer content = read(header.getShort(4) * header.getShort(6) * PIXEL);
            while (content.hasRemaining()) {
                light |= content.getInt() != 0;
            }
        }
        return light;
    }

    private ByteBuffer read(int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (connection.read(buffer) < 0) {
                throw new EOFException();
            }
        }
        return buffer.flip();
    }
}
