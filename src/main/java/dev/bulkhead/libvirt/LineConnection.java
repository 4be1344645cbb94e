package dev.bulkhead.libvirt;

import dev.bulkhead.engine.ConsoleConnection;
import dev.bulkhead.engine.TerminalSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A serial line: a stream of a connection that carries nothing else. What is not read stays in the socket, and then with the daemon
 * and the guest; what the guest does not take stays with the writer.
 */
final class LineConnection implements ConsoleConnection {

    private static final Logger LOG = LoggerFactory.getLogger(LineConnection.class);

    /** The daemon takes four times as much in a message. */
    private static final int LONGEST_WRITE = 64 * 1024;

    private final SocketChannel channel;
    private final int serial;
    private final String label;
    private final OpenConsoles open;

    /** These belong to the reader. */
    private final ByteBuffer header = ByteBuffer.allocate(DaemonMessage.HEADER);

    private final ByteBuffer skipped = ByteBuffer.allocate(1024);
    private int left;
    private boolean ended;

    /**
     * Takes over the channel.
     *
     * @param serial of the call that has opened the stream
     */
    LineConnection(SocketChannel channel, int serial, String label, OpenConsoles open) {
        this.channel = channel;
        this.serial = serial;
        this.label = label;
        this.open = open;
        open.add(this);
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        while (left == 0) {
            if (ended && channel.isOpen()) {
                return -1;
            }
            next();
        }
        ByteBuffer part = buffer.slice().limit(Math.min(left, buffer.remaining()));
        int count = channel.read(part);
        if (count < 0) {
            throw new IOException("libvirt ended the connection");
        }
        buffer.position(buffer.position() + count);
        left -= count;
        return count;
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            int count = Math.min(bytes.remaining(), LONGEST_WRITE);
            ByteBuffer part = bytes.slice().limit(count);
            DaemonSocket.send(
                    channel,
                    new DaemonMessage(
                            count, LineOpener.OPEN_CONSOLE, DaemonMessage.STREAM, serial, DaemonMessage.CONTINUE),
                    part);
            bytes.position(bytes.position() + count);
        }
    }

    /** A serial line knows no size. */
    @Override
    public void resize(TerminalSize size) {}

    @Override
    public String label() {
        return label;
    }

    @Override
    public void close() {
        open.remove(this);
        try {
            channel.close();
        } catch (IOException gone) {
            LOG.debug("Closing a line", gone);
        }
    }

    /** Waits for the next part of the stream. An empty one is its end, and so is the daemon's word that the line failed. */
    private void next() throws IOException {
        DaemonMessage message = DaemonSocket.receive(channel, header);
        boolean ours = message.type() == DaemonMessage.STREAM && message.serial() == serial;
        if (ours && message.status() == DaemonMessage.CONTINUE && message.length() > 0) {
            left = message.length();
            return;
        }
        ended |= ours;
        skip(message.length());
    }

    private void skip(int count) throws IOException {
        for (int rest = count; rest > 0; ) {
            skipped.clear().limit(Math.min(rest, skipped.capacity()));
            DaemonSocket.fill(channel, skipped);
            rest -= skipped.position();
        }
    }
}
