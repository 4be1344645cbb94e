package dev.bulkhead.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.access.Role;
import dev.bulkhead.access.TestAccess;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.ServerTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stream of events, on a fake engine. */
class EventsTest extends ServerTest {

    @Autowired
    private ApplicationContext application;

    @AfterEach
    void removeGuests() {
        backend.guests().forEach(guest -> backend.remove(guest.id().local()));
    }

    @Test
    void tellsOfEachChangeAndGoesOnWhereItBrokeOff() throws IOException {
        String last;
        String local;
        try (Reader stream = new Reader(administrator())) {
            local = backend.add("ev-1", InstanceState.RUNNING);
            stream.awaitEvent("instance", "\"name\":\"ev-1\"");
            backend.enter(local, InstanceState.PAUSED);
            stream.awaitEvent("instance", "\"state\":\"PAUSED\"");
            last = stream.lastId().orElseThrow();
        }
        backend.enter(local, InstanceState.STOPPED);
        backend.remove(local);
        String second = backend.add("ev-2", InstanceState.RUNNING);
        try (Reader resumed = new Reader(administrator().with("Last-Event-ID", last))) {
            resumed.awaitEvent("removed", local);
            resumed.awaitEvent("instance", second);
            assertThat(resumed.events).noneMatch(event -> event.startsWith("reset"));
        }
    }

    @Test
    void saysWhenChangesWereLost() throws IOException {
        for (String id : List.of("abcdef01-5", "x", "9999999999999999999999")) {
            try (Reader stream = new Reader(administrator().with("Last-Event-ID", id))) {
                stream.awaitEvent("reset", "{}");
            }
        }
    }

    @Test
    void endsWithTheRight() throws IOException {
        TestAccess access = new TestAccess(application);
        access.person("eve", PASSWORD, Role.VIEWER);
        try (Reader stream = new Reader(anyone().basic("eve", PASSWORD))) {
            backend.add("ev-3", InstanceState.RUNNING);
            stream.awaitEvent("instance", "ev-3");
            access.person("eve", PASSWORD);
            await().atMost(Duration.ofSeconds(2)).untilTrue(stream.ended);
        }
    }

    @Test
    void endsWithTheTokenThatOpenedIt() throws IOException {
        JsonNode token = JsonMapper.shared()
                .readTree(administrator()
                        .postJson("/api/v1/tokens", "{\"name\":\"events\"}")
                        .body());
        HttpCaller program =
                anyone().with("Authorization", "Bearer " + token.path("token").asString());
        try (Reader stream = new Reader(program)) {
            backend.add("ev-4", InstanceState.RUNNING);
            stream.awaitEvent("instance", "ev-4");
            administrator().send("DELETE", "/api/v1/tokens/" + token.path("id").asString());
            await().atMost(Duration.ofSeconds(2)).untilTrue(stream.ended);
        }
    }

    /** Reads a stream on a thread of its own. */
    private static final class Reader implements AutoCloseable {

        private final List<String> events = new CopyOnWriteArrayList<>();
        private final List<String> ids = new CopyOnWriteArrayList<>();
        private final AtomicBoolean ended = new AtomicBoolean();
        private final InputStream body;

        Reader(HttpCaller caller) {
            HttpResponse<InputStream> answer = caller.open("/api/v1/events");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type").orElseThrow())
                    .startsWith("text/event-stream");
            body = answer.body();
            Thread.ofVirtual().start(this::read);
        }

        void awaitEvent(String name, String part) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(events).anyMatch(event -> event.startsWith(name) && event.contains(part)));
        }

        Optional<String> lastId() {
            return ids.isEmpty() ? Optional.empty() : Optional.of(ids.getLast());
        }

        private void read() {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                String name = "";
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("event:")) {
                        name = line.substring("event:".length());
                    } else if (line.startsWith("data:")) {
                        events.add(name + " " + line.substring("data:".length()));
                    } else if (line.startsWith("id:")) {
                        ids.add(line.substring("id:".length()));
                    }
                }
            } catch (IOException closed) {
                // The test has seen enough.
            } finally {
                ended.set(true);
            }
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
