package dev.bulkhead.lxd;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.client.WebSocketClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The REST API of one server. Every call blocks, gives up by itself after some time, and throws nothing but {@link EngineException};
 * an interrupt ends it early. Connects when asked and again after a loss.
 */
final class LxdClient implements AutoCloseable {

    private static final Duration READ_LIMIT = Duration.ofSeconds(60);
    private static final int SOCKET_BUFFER = 32 * 1024;
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    private final LxdErrors errors;
    private final HttpClient http;
    private final WebSocketClient webSockets;
    private boolean started;
    private boolean closed;

    LxdClient(Path socket, String threadName, LxdErrors errors) {
        this.errors = errors;
        this.http = UnixHttp.to(socket, threadName);
        this.webSockets = new WebSocketClient(http);
        webSockets.setStopAtShutdown(false);
        webSockets.setInputBufferSize(SOCKET_BUFFER);
    }

    LxdErrors errors() {
        return errors;
    }

    /** Runs short tasks later, until this is closed. */
    Scheduler scheduler() {
        start();
        return http.getScheduler();
    }

    /** The answer's metadata. */
    JsonNode get(String path) {
        return get(path, READ_LIMIT);
    }

    private JsonNode get(String path, Duration limit) {
        return exchange(request(HttpMethod.GET, path), limit, (response, body) -> Envelope.metadata(body));
    }

    /** The header of the answer to a GET, which is not sent. */
    HttpFields head(String path) {
        return exchange(request(HttpMethod.HEAD, path), READ_LIMIT, (response, body) -> response.getHeaders());
    }

    /** The first bytes of an answer that has no envelope. */
    byte[] bytes(String path, int most) {
        return exchange(request(HttpMethod.GET, path), READ_LIMIT, (response, body) -> body.readNBytes(most));
    }

    /** Hands over the objects of the answer's list one by one, so that they are never all held as documents. */
    void each(String path, Consumer<ObjectNode> element) {
        exchange(request(HttpMethod.GET, path), READ_LIMIT, (response, body) -> {
            Envelope.each(body, element);
            return true;
        });
    }

    /** Starts an operation and returns the path under which it can be waited for. */
    String begin(HttpMethod method, String path, JsonNode body) {
        return exchange(send(method, path, body), READ_LIMIT, (response, answer) -> Envelope.operation(answer));
    }

    /** Starts an operation and returns what the server says about it: {@code id} and its own {@code metadata}. */
    JsonNode beginSockets(String path, JsonNode body) {
        return exchange(send(HttpMethod.POST, path, body), READ_LIMIT, (response, answer) -> Envelope.metadata(answer));
    }

    private Request send(HttpMethod method, String path, JsonNode body) {
        return request(method, path).body(new StringRequestContent("application/json", body.toString()));
    }

    /**
     * Waits for an operation.
     *
     * @return false when it goes on after {@code patience}
     * @throws EngineException when it failed
     */
    boolean await(String operation, Duration patience) {
        String path = operation + "/wait?timeout=" + Math.max(1, patience.toSeconds());
        JsonNode result;
        try {
            result = get(path, patience.plus(READ_LIMIT));
        } catch (EngineException gone) {
            if (gone.kind() == ErrorKind.NOT_FOUND) {
                throw errors.of(ErrorKind.INTERNAL, "The server forgot the operation before it told its outcome");
            }
            throw gone;
        }
        int status = result.path("status_code").asInt(0);
        if (status >= 400) {
            throw errors.failed(result);
        }
        return status == 200;
    }

    /** Opens a WebSocket; {@code endpoint} is called in the order of the messages. */
    Session open(String path, Session.Listener endpoint) {
        start();
        try {
            CompletableFuture<Session> session = webSockets.connect(endpoint, URI.create("ws://lxd" + path));
            try {
                return session.get(CONNECT_LIMIT.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException | TimeoutException givenUp) {
                session.cancel(true);
                throw givenUp;
            }
        } catch (InterruptedException e) {
            throw errors.interrupted(e);
        } catch (ExecutionException | IOException | TimeoutException e) {
            throw errors.broken(e);
        }
    }

    private Request request(HttpMethod method, String path) {
        return http.newRequest(URI.create("http://lxd" + path)).method(method);
    }

    private <T> T exchange(Request request, Duration limit, BodyReader<T> reader) {
        start();
        long millis = limit.toMillis();
        request.timeout(millis, TimeUnit.MILLISECONDS).idleTimeout(millis, TimeUnit.MILLISECONDS);
        try (InputStreamResponseListener answer = new InputStreamResponseListener()) {
            request.send(answer);
            Response response = answer.get(millis, TimeUnit.MILLISECONDS);
            try (InputStream body = answer.getInputStream()) {
                if (response.getStatus() >= 300) {
                    throw errors.refused(response.getStatus(), Envelope.error(body));
                }
                return reader.read(response, body);
            }
        } catch (InterruptedException e) {
            request.abort(e);
            throw errors.interrupted(e);
        } catch (ExecutionException | IOException | TimeoutException | JacksonException e) {
            request.abort(e);
            throw errors.broken(e);
        }
    }

    private synchronized void start() {
        if (closed) {
            throw errors.of(ErrorKind.UNREACHABLE, "The engine was closed");
        }
        if (started) {
            return;
        }
        try {
            webSockets.start();
            started = true;
        } catch (Exception e) {
            throw errors.broken(e);
        }
    }

    /** Ends all calls and connections. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            webSockets.stop();
        } catch (Exception alreadyGone) {
            // Nothing of it is left to be closed, and nobody to be told.
        }
    }

    private interface BodyReader<T> {
        T read(Response response, InputStream body) throws IOException;
    }
}
