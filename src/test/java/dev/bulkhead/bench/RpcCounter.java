package dev.bulkhead.bench;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between libvirt's client and its daemon and counts the calls on the wire. */
final class RpcCounter implements AutoCloseable {

    /** The program of virConnect*, virDomain* and the like, in libvirt's remote protocol; keep-alives have another. */
    private static final int REMOTE_PROGRAM = 0x20008086;

    private static final int TYPE_CALL = 0;
    private static final int HEADER = 24;

    private final ServerSocketChannel server;
    private final Path upstream;
    private final AtomicLong calls = new AtomicLong();

    /** Listens at {@code socket} on behalf of the daemon at {@code upstream}. */
    RpcCounter(Path socket, Path upstream) throws IOException {
        this.upstream = upstream;
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofVirtual().start(this::accept);
    }

    long calls() {
        return calls.get();
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
                Thread.ofVirtual().start(() -> relay(client, daemon, true));
                Thread.ofVirtual().start(() -> relay(daemon, client, false));
            }
        } catch (IOException closed) {
            // The bench is over.
        }
    }

    private void relay(SocketChannel from, SocketChannel to, boolean counting) {
        try (from;
                to) {
            InputStream in = Channels.newInputStream(from);
            OutputStream out = Channels.newOutputStream(to);
            if (counting) {
                countMessages(new DataInputStream(in), out);
            } else {
                in.transferTo(out);
            }
        } catch (IOException ended) {
            // One side is gone; the other follows.
        }
    }

    private void countMessages(DataInputStream in, OutputStream out) throws IOException {
        try {
            while (true) {
                int length = in.readInt();
                byte[] message = new byte[length];
                ByteBuffer header = ByteBuffer.wrap(message);
                header.putInt(0, length);
                in.readFully(message, Integer.BYTES, length - Integer.BYTES);
                if (length >= HEADER + Integer.BYTES
                        && header.getInt(4) == REMOTE_PROGRAM
                        && header.getInt(16) == TYPE_CALL) {
                    calls.incrementAndGet();
                }
                out.write(message);
            }
        } catch (EOFException ended) {
            // The client closed its connection.
        }
    }
}
