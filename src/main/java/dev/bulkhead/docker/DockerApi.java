package dev.bulkhead.docker;

import com.github.dockerjava.transport.DockerHttpClient.Request.Method;
import dev.bulkhead.docker.DockerHttp.JsonStream;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.ErrorKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Docker's API in the version that engine and adapter both know. The version is asked for before the first request and again after
 * each loss, since the engine that comes back may be another one.
 */
final class DockerApi implements AutoCloseable {

    private final DockerErrors errors;
    private final DockerHttp calls;
    /** Apart from the calls, so that subscriptions never compete with them for connections. */
    private final DockerHttp streams;

    private volatile @Nullable ApiVersion version;
    private volatile boolean podman;

    DockerApi(DockerErrors errors) {
        this.errors = errors;
        this.calls = new DockerHttp(errors);
        this.streams = new DockerHttp(errors);
    }

    DockerErrors errors() {
        return errors;
    }

    /** Asks the engine who it is, and settles the version to speak. */
    EngineInfo negotiate() {
        try {
            JsonNode answer = calls.read("/version");
            ApiVersion agreed = agree(answer);
            version = agreed;
            podman = Products.isPodman(answer);
            return Products.info(answer, agreed);
        } catch (EngineException failure) {
            throw noted(failure);
        }
    }

    /** Whether it was Podman that answered last, for the few things that its API means otherwise. */
    boolean isPodman() {
        return podman;
    }

    JsonNode read(String path) {
        try {
            return calls.read(versioned(path));
        } catch (EngineException failure) {
            throw noted(failure);
        }
    }

    void readEach(String path, Consumer<JsonNode> element) {
        try {
            calls.readEach(versioned(path), element);
        } catch (EngineException failure) {
            throw noted(failure);
        }
    }

    void send(Method method, String path) {
        try {
            calls.send(method, versioned(path));
        } catch (EngineException failure) {
            throw noted(failure);
        }
    }

    /** @return what the engine answered; a missing node when it had nothing to say */
    JsonNode post(String path, Object body) {
        try {
            return calls.post(versioned(path), body);
        } catch (EngineException failure) {
            throw noted(failure);
        }
    }

    /** Begins an answer of bytes, and where the engine upgrades the connection, a way for bytes to the guest. */
    EngineStream stream(String method, String path, @Nullable Object body) {
        byte[] bytes = body == null ? new byte[0] : DockerHttp.json(body);
        try {
            return EngineStream.open(errors, method, versioned(path), bytes);
        } catch (EngineException failure) {
            throw noted(failure);
        }
    }

    JsonStream open(String path) {
        try {
            return streams.open(versioned(path));
        } catch (EngineException failure) {
            throw noted(failure);
        }
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        calls.close();
        streams.close();
    }

    private String versioned(String path) {
        ApiVersion agreed = version;
        if (agreed == null) {
            negotiate();
            agreed = version;
        }
        // Another thread's loss may have cleared it again; without a version the engine takes its newest.
        return agreed == null ? path : "/v" + agreed + path;
    }

    private ApiVersion agree(JsonNode answer) {
        ApiVersion newest = ApiVersion.parse(answer.path("ApiVersion").asString(""))
                .orElseThrow(() -> errors.of(ErrorKind.INTERNAL, "What answers at the socket is not Docker's API"));
        ApiVersion oldest =
                ApiVersion.parse(answer.path("MinAPIVersion").asString("")).orElse(newest);
        ApiVersion agreed = ApiVersion.min(newest, ApiVersion.NEWEST_KNOWN);
        if (agreed.compareTo(oldest) < 0) {
            throw errors.of(
                    ErrorKind.UNSUPPORTED,
                    "The engine speaks API " + oldest + " and newer, Bulkhead up to " + agreed + ". Update Bulkhead.");
        }
        return agreed;
    }

    private EngineException noted(EngineException failure) {
        if (failure.kind() == ErrorKind.UNREACHABLE) {
            version = null;
        }
        return failure;
    }
}
