package dev.bulkhead.docker;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Answers at a unix socket as a test says, for the engines that this machine does not have: newer and broken ones. */
final class ScriptedEngine implements AutoCloseable {

    private final Path directory;
    private final ServerSocketChannel server;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** @param script from {@code GET /version} to a whole answer: status line, headers, body */
    ScriptedEngine(Function<String, String> script) throws IOException {
        directory = Files.createTempDirectory(Path.of("/tmp"), "bh-script");
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket()));
        Thread.ofVirtual().start(() -> serve(script));
    }

    static String json(int status, String body) {
        return "HTTP/1.1 " + status + " Scripted\r\nContent-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    URI uri() {
        return URI.create("unix://" + socket());
    }

    /** Method and path of each request so far. */
    List<String> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(socket());
        Files.deleteIfExists(directory);
    }

    private Path socket() {
        return directory.resolve("docker.sock");
    }

    private void serve(Function<String, String> script) {
        try {
            while (true) {
                try (SocketChannel client = server.accept()) {
                    String request = firstLine(client);
                    requests.add(request);
                    ByteBuffer answer = StandardCharsets.UTF_8.encode(script.apply(request));
                    while (answer.hasRemaining()) {
                        client.write(answer);
                    }
                }
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static String firstLine(SocketChannel client) throws IOException {
        StringBuilder head = new StringBuilder();
        ByteBuffer bytes = ByteBuffer.allocate(4096);
        while (head.indexOf("\r\n\r\n") < 0 && client.read(bytes.clear()) >= 0) {
            head.append(StandardCharsets.ISO_8859_1.decode(bytes.flip()));
        }
        String line = head.substring(0, head.indexOf("\r\n"));
        return line.substring(0, line.lastIndexOf(' '));
    }
}
