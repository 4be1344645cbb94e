package dev.bulkhead.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import dev.bulkhead.engine.ErrorKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests over one unix socket, and JSON in the answers. Each request has a connection of its own: on a unix socket that costs some
 * microseconds, and no request ever meets a connection that died with an earlier daemon. An interrupt ends a waiting request.
 */
final class DockerHttp implements AutoCloseable {

    /** Greater than any pool of callers, so that a frozen engine's waiting calls do not keep the first ones after it from going out. */
    private static final int MOST_CONNECTIONS = 256;

    private static final int LONGEST_MESSAGE = 1000;

    /** Labels are not limited by the engine; what is too long for us is cut once it was read. */
    private static final StreamReadConstraints ANY_LENGTH = StreamReadConstraints.builder()
            .maxStringLength(64_000_000)
            .maxNameLength(16_000_000)
            .build();

    private static final JsonMapper JSON = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(ANY_LENGTH).build())
            // Lists and events are read one object at a time; looking for what follows would wait for the next event.
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final DockerErrors errors;
    private final DockerHttpClient client;

    DockerHttp(DockerErrors errors) {
        this.errors = errors;
        this.client = new ZerodepDockerHttpClient.Builder()
                .dockerHost(errors.socket().uri())
                .maxConnections(MOST_CONNECTIONS)
                .build();
    }

    JsonNode read(String path) {
        try (Response response = exchange(get(path))) {
            return JSON.readTree(response.getBody());
        } catch (JacksonException failure) {
            throw errors.failed(failure);
        }
    }

    /** Reads an array, handing on each element before the next one is read. */
    void readEach(String path, Consumer<JsonNode> element) {
        try (Response response = exchange(get(path));
                JsonParser parser = JSON.createParser(response.getBody())) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw errors.of(ErrorKind.INTERNAL, "The engine's answer is not a list");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                element.accept(JSON.readTree(parser));
            }
        } catch (JacksonException failure) {
            throw errors.failed(failure);
        }
    }

    /** Returns when the engine says that it is done. */
    void send(Request.Method method, String path) {
        exchange(request(method, path)).close();
    }

    JsonNode post(String path, Object body) {
        Request.Builder request = request(Request.Method.POST, path)
                .putHeader("Content-Type", "application/json")
                .bodyBytes(json(body));
        try (Response response = exchange(request)) {
            return JSON.readTree(response.getBody());
        } catch (JacksonException failure) {
            throw errors.failed(failure);
        }
    }

    /** Begins an endless answer of JSON objects; returns when the engine has begun it. */
    JsonStream open(String path) {
        Response response = exchange(get(path));
        // Through a reader, since over bytes the parser would wait for the first ones to guess their encoding.
        Reader body = new InputStreamReader(response.getBody(), StandardCharsets.UTF_8);
        return new JsonStream(response, JSON.createParser(body), errors);
    }

    private static Request.Builder get(String path) {
        return request(Request.Method.GET, path);
    }

    private static Request.Builder request(Request.Method method, String path) {
        Request.Builder request = Request.builder().method(method);
        request.path(path).putHeader("Connection", "close");
        return request;
    }

    private Response exchange(Request.Builder request) {
        Response response;
        try {
            response = client.execute(request.build());
        } catch (RuntimeException failure) {
            throw errors.failed(failure);
        }
        if (response.getStatusCode() / 100 == 2) {
            return response;
        }
        try (response) {
            throw errors.refused(response.getStatusCode(), message(response.getBody()));
        }
    }

    static byte[] json(Object value) {
        return JSON.writeValueAsBytes(value);
    }

    /** The engine's own words in a refusal; "" when it has none. */
    static String message(ByteBuffer refusal) {
        return message(new ByteArrayInputStream(refusal.array(), refusal.position(), refusal.remaining()));
    }

    private static String message(InputStream refusal) {
        try {
            return Text.cut(JSON.readTree(refusal).path("message").asString(""), LONGEST_MESSAGE);
        } catch (JacksonException noJson) {
            return "";
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An endless answer. One thread reads; any thread may close it, which ends the reading. */
    static final class JsonStream implements AutoCloseable {

        private final Response response;
        private final JsonParser parser;
        private final DockerErrors errors;

        private JsonStream(Response response, JsonParser parser, DockerErrors errors) {
            this.response = response;
            this.parser = parser;
            this.errors = errors;
        }

        /** Waits for the next one; empty when the engine ended the answer. */
        Optional<JsonNode> next() {
            try {
                return parser.nextToken() == null ? Optional.empty() : Optional.of(JSON.readTree(parser));
            } catch (JacksonException failure) {
                throw errors.failed(failure);
            }
        }

        @Override
        public void close() {
            response.close();
        }
    }
}
