package dev.bulkhead.console.gateway;

import dev.bulkhead.console.RfbLog;
import dev.bulkhead.console.ScreenCapture;
import dev.bulkhead.engine.ConsoleConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** A small client of RFB for recordings: it watches, in one pixel format and by encodings whose lengths need no state. */
@Component
class RfbCapture implements ScreenCapture {

    private static final Duration GAP = Duration.ofMillis(100);

    @Override
    public void capture(ConsoleConnection connection, RfbLog log) throws IOException {
        RfbHandshake.asClient(connection);
        new Session(connection, log).run();
    }

    /** One connection, from ClientInit on. */
    private static final class Session {

        private static final byte SHARED = 1;
        private static final int RAW = 0;
        private static final int COPY_RECT = 1;
        private static final int DESKTOP_SIZE = -223;
        private static final int PIXEL = 4;
        private static final int LARGEST_SIDE = 16_384;
        private static final int LARGEST_TEXT = 1 << 24;

        private final ConsoleConnection server;
        private final RfbLog log;
        private final ByteBuffer piece = ByteBuffer.allocate(32 * 1024);
        private int width;
        private int height;
        private boolean resized;

        Session(ConsoleConnection server, RfbLog log) {
            this.server = server;
            this.log = log;
        }

        void run() throws IOException {
            begin();
            request(false);
            while (true) {
                int type = read(1).get();
                switch (type) {
                    case 0 -> update();
                    case 1 -> {
                        read(3);
                        skip(6 * (read(2).getShort() & 0xFFFF));
                    }
                    case 2 -> {
                        // A bell has nothing to show.
                    }
                    case 3 -> {
                        read(3);
                        // What the guest copied is for those who sit there.
                        skip(read(4).getInt());
                    }
                    default ->
                        throw new RfbException("The VNC server sent a message that it was not asked for: " + type);
                }
            }
        }

        private void begin() throws IOException {
            server.write(ByteBuffer.wrap(new byte[] {SHARED}));
            ByteBuffer init = read(24);
            size(init.getShort() & 0xFFFF, init.getShort() & 0xFFFF);
            skip(init.getInt(20));
            log.begin(width, height);
            // As noVNC asks for it: 32 bits, 24 of colour, little-endian, red lowest.
            server.write(
                    ByteBuffer.wrap(new byte[] {0, 0, 0, 0, 32, 24, 0, 1, 0, -1, 0, -1, 0, -1, 0, 8, 16, 0, 0, 0}));
            server.write(ByteBuffer.allocate(16)
                    .putShort((short) 0x0200)
                    .putShort((short) 3)
                    .putInt(COPY_RECT)
                    .putInt(RAW)
                    .putInt(DESKTOP_SIZE)
                    .flip());
        }

        private void request(boolean changes) throws IOException {
            server.write(ByteBuffer.allocate(10)
                    .put((byte) 3)
                    .put((byte) (changes ? 1 : 0))
                    .putInt(0)
                    .putShort((short) width)
                    .putShort((short) height)
                    .flip());
        }

        private void update() throws IOException {
            resized = false;
            ByteBuffer head = read(3);
            int rectangles = head.getShort(1) & 0xFFFF;
            log.bytes(ByteBuffer.wrap(new byte[] {0}));
            log.bytes(head);
            for (int i = 0; i < rectangles; i++) {
                rectangle();
            }
            log.complete();
            pause();
            request(!resized);
        }

        private void rectangle() throws IOException {
            ByteBuffer head = read(12);
            int x = head.getShort(0) & 0xFFFF;
            int y = head.getShort(2) & 0xFFFF;
            int wide = head.getShort(4) & 0xFFFF;
            int high = head.getShort(6) & 0xFFFF;
            int encoding = head.getInt(8);
            log.bytes(head);
            if (encoding == DESKTOP_SIZE) {
                size(wide, high);
                resized = true;
            } else if (x + wide > width || y + high > height) {
                throw new RfbException("The VNC server sent a picture that is larger than its screen");
            } else if (encoding == RAW) {
                copy((long) wide * high * PIXEL);
            } else if (encoding == COPY_RECT) {
                copy(4);
            } else {
                throw new RfbException("The VNC server sent an encoding that it was not asked for: " + encoding);
            }
        }

        private void size(int wide, int high) throws RfbException {
            if (wide > LARGEST_SIDE || high > LARGEST_SIDE) {
                throw new RfbException("The VNC server has a screen of " + wide + " by " + high + " dots");
            }
            width = wide;
            height = high;
        }

        private void copy(long count) throws IOException {
            for (long left = count; left > 0; ) {
                ByteBuffer part = read((int) Math.min(left, piece.capacity()));
                left -= part.remaining();
                log.bytes(part);
            }
        }

        private void skip(int count) throws IOException {
            if (count < 0 || count > LARGEST_TEXT) {
                throw new RfbException("The VNC server sent a text that is too long");
            }
            for (int left = count; left > 0; ) {
                left -= read(Math.min(left, piece.capacity())).remaining();
            }
        }

        /** All of so many bytes; valid until the next call. */
        private ByteBuffer read(int count) throws IOException {
            piece.clear().limit(count);
            while (piece.hasRemaining()) {
                if (server.read(piece) < 0) {
                    throw new RfbException("The VNC server closed the connection");
                }
            }
            return piece.flip();
        }

        private static void pause() throws IOException {
            try {
                Thread.sleep(GAP);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new RfbException("The recording was stopped");
            }
        }
    }
}
