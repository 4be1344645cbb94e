package dev.bulkhead.libvirt;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between us and a libvirtd and counts the calls that go over the wire, whoever makes them. A message begins with its length,
 * program, version, procedure and type, four bytes each.
 */
final class RpcRelay implements AutoCloseable {

    private static final int REMOTE_PROGRAM = 0x20008086;
    private static final int CALL = 0;
    private static final int HEADER = 20;

    private final ServerSocketChannel server;
    private final Path upstream;
    private final AtomicInteger calls = new AtomicInteger();

    RpcRelay(Path socket, Path upstream) throws IOException {
        this.upstream = upstream;
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofVirtual().start(this::accept);
    }

    /** How many calls passed since the last time that this was asked. */
    int callsSinceLastAsked() {
        return calls.getAndSet(0);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel client = server.accept();
                SocketChannel daemon = SocketChannel.open(UnixDomainSocketAddress.of(upstream));
                Thread.ofVirtual().start(() -> carryMessages(client, daemon));
                Thread.ofVirtual().start(() -> carryBytes(daemon, client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void carryMessages(SocketChannel from, SocketChannel to) {
        try (from;
                to) {
            ByteBuffer header = ByteBuffer.allocate(HEADER);
            while (fill(from, header.clear())) {
                if (header.getInt(4) == REMOTE_PROGRAM && header.getInt(16) == CALL) {
                    calls.incrementAndGet();
                }
                ByteBuffer message = ByteBuffer.allocate(header.getInt(0)).put(header.flip());
                fill(from, message);
                to.write(message.flip());
            }
        } catch (IOException over) {
            // One side hung up; closing both tells the other.
        }
    }

    private static void carryBytes(SocketChannel from, SocketChannel to) {
        try (from;
                to) {
            ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
            while (from.read(buffer.clear()) >= 0) {
                to.write(buffer.flip());
            }
        } catch (IOException over) {
            // As above.
        }
    }

    private static boolean fill(SocketChannel from, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (from.read(buffer) < 0) {
                return false;
            }
        }
        return true;
    }
}
