package dev.bulkhead.docker;

import dev.bulkhead.engine.EngineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * One request that is answered by bytes without end, on a connection of its own. After an upgrade they go both ways and mean what the
 * guest means, so that not one may be taken for the engine's or held back. One thread may read while another writes; any may close,
 * which wakes both. Nothing is read ahead: what nobody reads stays in the socket, and the engine waits.
 */
final class EngineStream implements ByteSource, AutoCloseable {

    private static final int MOST_OF_A_REFUSAL = 64 * 1024;

    private final SocketChannel channel;
    private final ResponseHead head;
    private final ByteSource body;

    private EngineStream(SocketChannel channel, ResponseHead head, ByteSource body) {
        this.channel = channel;
        this.head = head;
        this.body = body;
    }

    /**
     * Returns when the engine has begun its answer.
     *
     * @throws EngineException when it cannot be asked or refuses
     */
    static EngineStream open(DockerErrors errors, String method, String path, byte[] requestBody) {
        EngineStream stream;
        try {
            stream = exchange(errors, method, path, requestBody);
        } catch (IOException failure) {
            throw errors.failed(new UncheckedIOException(failure));
        }
        if (stream.head.isSuccess()) {
            return stream;
        }
        try (stream) {
            throw errors.refused(stream.head.status(), stream.refusal(method));
        } catch (IOException unreadable) {
            throw errors.refused(stream.head.status(), "");
        }
    }

    private static EngineStream exchange(DockerErrors errors, String method, String path, byte[] body)
            throws IOException {
        SocketChannel channel =
                SocketChannel.open(UnixDomainSocketAddress.of(errors.socket().path()));
        try {
            writeAll(channel, ByteBuffer.wrap(ResponseHead.request(method, path, body)));
            PeekedSource source = new PeekedSource(channel::read);
            ResponseHead head = ResponseHead.read(source);
            return new EngineStream(channel, head, body(head, source));
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    private static ByteSource body(ResponseHead head, PeekedSource source) {
        if (head.isChunked()) {
            return new ChunkedBody(source);
        }
        // The connection may stay open behind a body that has a length.
        return head.hasLength() ? new BoundedBody(source, head.length()) : source;
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        return body.read(buffer);
    }

    /** Blocks until the engine has taken all. */
    void write(ByteBuffer bytes) throws IOException {
        writeAll(channel, bytes);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // There is nothing left to close.
        }
    }

    /** The engine's own words. */
    private String refusal(String method) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(method.equals("HEAD") ? 0 : MOST_OF_A_REFUSAL);
        while (text.hasRemaining() && body.read(text) >= 0) {
            // Until it is whole.
        }
        return DockerHttp.message(text.flip());
    }

    private static void writeAll(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
