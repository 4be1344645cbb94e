package dev.bulkhead.console;

import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/**
 * A screen's recording: a timed log of RFB. All of it is compressed by gzip and readable up to the last picture, whenever the program
 * stops. It is the eight letters BHRFB001 and then pieces, whose numbers are big-endian:
 *
 * <pre>
 * u32       milliseconds since the beginning
 * u32       length, or 0 for a connection that begins here: there is one at first, and another after each loss
 * bytes     that the VNC server sends after its ServerInit; a piece may begin and end anywhere in a message
 *           of a connection: u16, u16 width and height of its screen
 * </pre>
 *
 * <p>Messages are FramebufferUpdates only, with the encodings Raw, CopyRect and DesktopSize, in the pixel format that noVNC asks for: 32
 * bits, little-endian, red in the lowest byte, then green and blue. One thread writes.
 */
public final class RfbLog implements Closeable {

    private static final byte[] MAGIC = "BHRFB001".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE = 32 * 1024;
    private static final long NANOS_IN_MILLI = 1_000_000;

    private final DataOutputStream out;
    private final ByteBuffer piece = ByteBuffer.allocate(PIECE);
    private final long begun = System.nanoTime();

    RfbLog(OutputStream file) throws IOException {
        out = new DataOutputStream(new GZIPOutputStream(file, PIECE, true));
        out.write(MAGIC);
    }

    /** A connection begins, to a screen of this size. A message that the one before was lost in is never completed. */
    public void begin(int width, int height) {
        piece.clear();
        try {
            mark(0);
            out.writeShort(width);
            out.writeShort(height);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** Takes all of a message's bytes that come next. */
    public void bytes(ByteBuffer more) {
        while (more.hasRemaining()) {
            if (!piece.hasRemaining()) {
                write();
            }
            int count = Math.min(more.remaining(), piece.remaining());
            piece.put(more.slice(more.position(), count));
            more.position(more.position() + count);
        }
    }

    /** The message is whole; what was written survives a crash of ours. */
    public void complete() {
        write();
        try {
            out.flush();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private void write() {
        try {
            mark(piece.flip().remaining());
            out.write(piece.array(), 0, piece.remaining());
            piece.clear();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private void mark(int length) throws IOException {
        out.writeInt((int) ((System.nanoTime() - begun) / NANOS_IN_MILLI));
        out.writeInt(length);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
