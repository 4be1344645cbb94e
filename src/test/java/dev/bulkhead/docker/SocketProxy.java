package dev.bulkhead.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before an engine's socket and counts connections, of which the adapter makes one for each request. */
final class SocketProxy implements AutoCloseable {

    private final Path directory;
    private final ServerSocketChannel server;
    private final AtomicInteger connections = new AtomicInteger();

    SocketProxy(Path upstream) throws IOException {
        directory = Files.createTempDirectory(Path.of("/tmp"), "bh-proxy");
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(path()));
        Thread.ofVirtual().start(() -> accept(upstream));
    }

    URI uri() {
        return URI.create("unix://" + path());
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(path());
        Files.deleteIfExists(directory);
    }

    private Path path() {
        return directory.resolve("docker.sock");
    }

    private void accept(Path upstream) {
        try {
            while (true) {
                SocketChannel client = server.accept();
                connections.incrementAndGet();
                SocketChannel engine = SocketChannel.open(UnixDomainSocketAddress.of(upstream));
                Thread.ofVirtual().start(() -> copy(client, engine));
                Thread.ofVirtual().start(() -> copy(engine, client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static void copy(SocketChannel from, SocketChannel to) {
        try (from;
                to;
                InputStream input = Channels.newInputStream(from);
                OutputStream output = Channels.newOutputStream(to)) {
            input.transferTo(output);
        } catch (IOException ended) {
            // One side closed, which closes the other.
        }
    }
}
