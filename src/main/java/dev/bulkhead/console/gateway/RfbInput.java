package dev.bulkhead.console.gateway;

import dev.bulkhead.console.ScreenSeat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a VNC client sends, cut into messages, since only whole ones may be dropped: keys, pointer, clipboard and the like of one who
 * only watches never reach the guest. Knows the lengths of messages and nothing else of RFB. Pieces may be cut anywhere.
 *
 * <p>The handshake before the first message is answered here: the browser is told that no password is needed.
 */
final class RfbInput {

    private static final int EXTENDED_MOUSE = -316;
    private static final int MOST_ENCODINGS = 1024;
    private static final byte[] OFFER_NONE = {1, 1};
    private static final byte[] ACCEPTED = {0, 0, 0, 0};
    private static final byte[] SECURITY_NONE = {0, 0, 0, 1};

    private final ScreenSeat seat;
    private final Sender client;
    /** The head of a message until its length is known; then as long as the longest that is looked into. */
    private final ByteBuffer head = ByteBuffer.allocate(4 + 4 * MOST_ENCODINGS);

    private Stage stage = Stage.VERSION;
    private int needed = 12;
    private long rest;
    private boolean dropping;

    private enum Stage {
        VERSION,
        SECURITY,
        INIT,
        MESSAGES
    }

    /** Sends to the client. */
    @FunctionalInterface
    interface Sender {
        void send(ByteBuffer bytes) throws IOException;
    }

    RfbInput(ScreenSeat seat, Sender client) {
        this.seat = seat;
        this.client = client;
    }

    /** @throws RfbException for a message whose length nobody knows */
    void take(ByteBuffer part) throws IOException {
        while (part.hasRemaining()) {
            if (rest > 0) {
                passRest(part);
            } else {
                collect(part);
            }
        }
    }

    private void passRest(ByteBuffer part) throws IOException {
        ByteBuffer piece = part.slice(part.position(), (int) Math.min(rest, part.remaining()));
        part.position(part.position() + piece.remaining());
        rest -= piece.remaining();
        if (!dropping) {
            seat.connection().write(piece);
        }
    }

    private void collect(ByteBuffer part) throws IOException {
        while (part.hasRemaining() && head.position() < needed) {
            head.put(part.get());
        }
        if (head.position() < needed) {
            return;
        }
        if (stage == Stage.MESSAGES) {
            message();
        } else {
            handshake();
        }
    }

    private void handshake() throws IOException {
        head.flip();
        switch (stage) {
            case VERSION -> version();
            case SECURITY -> {
                client.send(ByteBuffer.wrap(ACCEPTED));
                next(Stage.INIT, 1);
            }
            default -> {
                // Shared, whatever the client asks: nobody is thrown out by somebody who comes.
                seat.connection().write(ByteBuffer.wrap(new byte[] {1}));
                next(Stage.MESSAGES, 1);
            }
        }
    }

    private void version() throws IOException {
        String version = StandardCharsets.US_ASCII.decode(head).toString();
        if (!version.matches("RFB 003\\.00[3-8]\n")) {
            throw new RfbException("The viewer does not speak RFB 3");
        }
        char minor = version.charAt(10);
        if (minor < '7') {
            client.send(ByteBuffer.wrap(SECURITY_NONE));
            next(Stage.INIT, 1);
        } else {
            client.send(ByteBuffer.wrap(OFFER_NONE));
            next(Stage.SECURITY, 1);
        }
    }

    private void next(Stage following, int length) {
        stage = following;
        needed = length;
        head.clear();
    }

    /** The head so far is {@link #needed} bytes: either the length is known now, or that many more are needed. */
    private void message() throws IOException {
        int type = head.get(0) & 0xFF;
        long length = lengthOrMore(type);
        if (length > head.capacity() && type != CUT_TEXT) {
            throw new RfbException("A message of the viewer is too long");
        }
        if (length < 0) {
            needed = (int) -length;
            return;
        }
        boolean whole = type != CUT_TEXT;
        if (whole && head.position() < length) {
            needed = (int) length;
            return;
        }
        head.flip();
        rest = length - head.remaining();
        dropping = isInput(type) && !seat.mayType();
        if (!dropping) {
            withoutExtendedMouse(type);
            seat.connection().write(head);
        }
        next(Stage.MESSAGES, 1);
    }

    private static final int SET_ENCODINGS = 2;
    private static final int KEY = 4;
    private static final int POINTER = 5;
    private static final int CUT_TEXT = 6;
    private static final int FENCE = 248;
    private static final int XVP = 250;
    private static final int DESKTOP_SIZE = 251;
    private static final int QEMU = 255;

    /** The message's length in bytes; negated, how many bytes of it tell that. */
    private long lengthOrMore(int type) throws RfbException {
        int have = head.position();
        return switch (type) {
            case 0 -> 20;
            case SET_ENCODINGS -> have < 4 ? -4 : 4 + 4L * (head.getShort(2) & 0xFFFF);
            case 3, 150 -> 10;
            case KEY -> 8;
            case POINTER -> 6;
            // The extended clipboard tells its length negated.
            case CUT_TEXT -> have < 8 ? -8 : 8 + Math.abs((long) head.getInt(4));
            case FENCE -> have < 9 ? -9 : 9 + (head.get(8) & 0xFF);
            case XVP -> 4;
            case DESKTOP_SIZE -> have < 8 ? -8 : 8 + 16L * (head.get(6) & 0xFF);
            case QEMU -> have < 2 ? -2 : qemu(head.get(1));
            default -> throw new RfbException("The viewer sent a message of an unknown kind: " + type);
        };
    }

    private long qemu(byte kind) throws RfbException {
        return switch (kind) {
            case 0 -> 12;
            case 1 -> head.position() < 4 ? -4 : head.getShort(2) == 2 ? 10 : 4;
            default -> throw new RfbException("The viewer sent a message of an unknown kind: 255/" + kind);
        };
    }

    private static boolean isInput(int type) {
        return type == KEY
                || type == POINTER
                || type == CUT_TEXT
                || type == XVP
                || type == DESKTOP_SIZE
                || type == QEMU;
    }

    /** With that encoding pointer messages would have two lengths, depending on what the server said. */
    private void withoutExtendedMouse(int type) {
        if (type == SET_ENCODINGS) {
            for (int at = 4; at + 4 <= head.limit(); at += 4) {
                if (head.getInt(at) == EXTENDED_MOUSE) {
                    // Raw, which every client has to take anyway.
                    head.putInt(at, 0);
                }
            }
        }
    }
}
