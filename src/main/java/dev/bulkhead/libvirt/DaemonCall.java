package dev.bulkhead.libvirt;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What follows a message's header: numbers, texts and bytes as XDR (RFC 4506) writes them. */
final class DaemonCall {

    private static final int SIZE = 8192;

    private final ByteBuffer bytes = ByteBuffer.allocate(SIZE);

    DaemonCall number(int value) {
        bytes.putInt(value);
        return this;
    }

    /** A text that may be missing in the protocol, but is not. */
    DaemonCall optionalText(String text) {
        return number(1).text(text);
    }

    DaemonCall text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        bytes.putInt(encoded.length).put(encoded).put(new byte[padding(encoded.length)]);
        return this;
    }

    DaemonCall longs(long first, long second) {
        bytes.putLong(first).putLong(second);
        return this;
    }

    /** Ready to be sent. */
    ByteBuffer toBytes() {
        return bytes.flip();
    }

    /**
     * Reads a text.
     *
     * @throws BufferUnderflowException when it does not end within its message
     */
    static String text(ByteBuffer from) {
        int length = from.getInt();
        if (length < 0 || length > from.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] encoded = new byte[length];
        from.get(encoded);
        from.position(Math.min(from.limit(), from.position() + padding(length)));
        return new String(encoded, StandardCharsets.UTF_8);
    }

    /** All takes a multiple of four bytes. */
    private static int padding(int length) {
        return -length & (Integer.BYTES - 1);
    }
}
