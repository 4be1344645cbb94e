package dev.bulkhead.libvirt;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * A connection to libvirt's daemon of our own, for the one thing that its client library does badly: streams. See decision 6. Asks for
 * no events and no keepalive, so that the daemon sends nothing but answers and the stream, and a peer that waits is no dead peer.
 */
final class DaemonSocket implements AutoCloseable {

    private static final int LONGEST_REPLY = 256 * 1024;

    private final EngineId engine;
    private final SocketChannel channel;
    private final ByteBuffer header = ByteBuffer.allocate(DaemonMessage.HEADER);
    private int serial;

    private DaemonSocket(EngineId engine, SocketChannel channel) {
        this.engine = engine;
        this.channel = channel;
    }

    static DaemonSocket open(EngineId engine, Path path) {
        try {
            return new DaemonSocket(engine, SocketChannel.open(UnixDomainSocketAddress.of(path)));
        } catch (IOException refused) {
            throw new EngineException(
                    ErrorKind.UNREACHABLE, engine, "libvirt's socket " + path + ": " + refused.getMessage(), refused);
        }
    }

    SocketChannel channel() {
        return channel;
    }

    /** The number of the last call, and of the stream that it has opened. */
    int serial() {
        return serial;
    }

    /**
     * Calls and waits for the reply.
     *
     * @throws RefusedException what the daemon says
     * @throws EngineException UNREACHABLE
     */
    ByteBuffer call(int procedure, DaemonCall arguments) {
        try {
            ByteBuffer body = arguments.toBytes();
            DaemonMessage call =
                    new DaemonMessage(body.remaining(), procedure, DaemonMessage.CALL, ++serial, DaemonMessage.OK);
            send(channel, call, body);
            return reply();
        } catch (IOException lost) {
            throw new EngineException(ErrorKind.UNREACHABLE, engine, "libvirt ended the connection", lost);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Sends one message whole. */
    static void send(SocketChannel channel, DaemonMessage message, ByteBuffer body) throws IOException {
        ByteBuffer[] parts = {message.header(), body};
        while (body.hasRemaining() || parts[0].hasRemaining()) {
            channel.write(parts);
        }
    }

    /** Waits for the next message; its body is still to be read. */
    static DaemonMessage receive(SocketChannel channel, ByteBuffer header) throws IOException {
        fill(channel, header.clear());
        return DaemonMessage.read(header);
    }

    static void fill(SocketChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("libvirt ended the connection");
            }
        }
    }

    private ByteBuffer reply() throws IOException {
        while (true) {
            DaemonMessage message = receive(channel, header);
            if (message.length() > LONGEST_REPLY) {
                throw new IOException("libvirt sent a reply of " + message.length() + " bytes");
            }
            ByteBuffer body = ByteBuffer.allocate(message.length());
            fill(channel, body);
            body.flip();
            if (message.type() == DaemonMessage.REPLY && message.serial() == serial) {
                if (message.status() == DaemonMessage.ERROR) {
                    throw refusal(body);
                }
                return body;
            }
        }
    }

    /** An error begins with its code, its domain and, if there is one, its text. */
    private RefusedException refusal(ByteBuffer error) {
        int code = error.getInt();
        error.getInt();
        return new RefusedException(code, error.getInt() == 0 ? "libvirt's error " + code : DaemonCall.text(error));
    }

    /** The daemon answered that it does not do it. */
    static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private static final int OPERATION_FAILED = 9;

        private final int code;
        private final String words;

        RefusedException(int code, String words) {
            super(words);
            this.code = code;
            this.words = words;
        }

        /** What opening a line fails with when somebody else has it, and with nothing else. */
        boolean isOperationFailed() {
            return code == OPERATION_FAILED;
        }

        EngineException toEngineException(EngineId engine) {
            return new EngineException(LibvirtErrors.kindOf(code), engine, words, this);
        }
    }
}
