package dev.bulkhead.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server on the loopback network that keeps what it is posted. */
public final class HttpSink implements Closeable {

    private final HttpServer server;
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private volatile int answer = 204;

    public HttpSink() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::take);
        server.start();
    }

    /** What came. */
    public record Post(String path, String timestamp, String signature, String body) {}

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Those that were taken. */
    public List<Post> posts() {
        return posts;
    }

    /** Has it answer with this status from now on; what it does not answer with success it does not keep. */
    public void answer(int status) {
        answer = status;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (answer / 100 == 2) {
                posts.add(new Post(
                        exchange.getRequestURI().toString(),
                        header(exchange, "Bulkhead-Timestamp"),
                        header(exchange, "Bulkhead-Signature"),
                        body));
            }
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(answer, -1);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
