package dev.bulkhead.lxd;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers over a unix socket with what a test put in, for servers that cannot be had here. As LXD 5.0 does, it accepts a connection
 * only when the one before has said something.
 */
final class CannedServer implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private final Path directory;
    private final ServerSocketChannel listening;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    CannedServer() {
        try {
            directory = Files.createTempDirectory("canned");
            listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            listening.bind(UnixDomainSocketAddress.of(socket()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("canned-server").start(this::accept);
    }

    Path socket() {
        return directory.resolve("unix.socket");
    }

    /** Answers {@code GET path} with a successful envelope. */
    CannedServer on(String path, String metadata) {
        return onRaw("GET " + path, 200, "{\"type\":\"sync\",\"status_code\":200,\"metadata\":" + metadata + "}");
    }

    /** Answers a request line without the protocol with a body as it is. */
    CannedServer onRaw(String request, int status, String body) {
        answers.put(request, status + " " + body);
        return this;
    }

    CannedServer onServer(String... extensions) {
        String names = extensions.length == 0 ? "" : "\"" + String.join("\",\"", extensions) + "\"";
        return on("/1.0", "{\"api_extensions\":[" + names + "],\"api_version\":\"1.0\",\"auth\":\"trusted\"}");
    }

    /** Method and path of every request so far. */
    List<String> requests() {
        return requests;
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel connection = listening.accept();
                InputStream in = new BufferedInputStream(Channels.newInputStream(connection));
                in.mark(1);
                if (in.read() < 0) {
                    connection.close();
                    continue;
                }
                in.reset();
                Thread.ofVirtual().start(() -> serve(connection, in));
            }
        } catch (ClosedChannelException end) {
            // The test is over.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(SocketChannel connection, InputStream in) {
        try (connection) {
            OutputStream out = Channels.newOutputStream(connection);
            String head = head(in);
            while (!head.isEmpty()) {
                Matcher length = LENGTH.matcher(head);
                if (length.find()) {
                    in.readNBytes(Integer.parseInt(length.group(1)));
                }
                String request = head.substring(0, head.indexOf(" HTTP/"));
                requests.add(request);
                answer(out, answers.getOrDefault(request, "404 {\"type\":\"error\",\"error\":\"not found\"}"));
                head = head(in);
            }
        } catch (IOException clientIsGone) {
            // As a server sees it every day.
        }
    }

    private static void answer(OutputStream out, String answer) throws IOException {
        byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + answer.substring(0, 3) + " X\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (next == '\n' && head.toString().endsWith("\r\n\r\n")) {
                return head.toString();
            }
        }
        return "";
    }

    @Override
    public void close() {
        try {
            listening.close();
            Files.deleteIfExists(socket());
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
