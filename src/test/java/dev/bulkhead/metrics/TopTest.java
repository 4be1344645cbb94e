package dev.bulkhead.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.access.Role;
import dev.bulkhead.access.Scope;
import dev.bulkhead.access.TestAccess;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.Sample;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.ServerTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who used most, as the API tells it to those who may see all and to those who may not. */
class TopTest extends ServerTest {

    private static final JsonMapper JSON = new JsonMapper();
    /** No real tick lies there, and nothing of it is rolled up or dropped meanwhile. */
    private static final Instant THEN = Instant.parse("2100-01-01T00:00:00Z");

    private static final String TOP =
            "/api/v1/usage/top?resource=MEMORY&from=2100-01-01T00:00:00Z&to=2100-01-01T00:01:00Z";

    @Autowired
    private ApplicationContext application;

    @Autowired
    private History history;

    private InstanceId large;
    private InstanceId small;

    @BeforeEach
    void twoOfWhichOneIsLarge() {
        large = known("large");
        small = known("small");
        history.keep(THEN, List.of(usage(large, 3_000), usage(small, 1_000), usage(id("gone"), 9_000)));
        history.write();
    }

    @AfterEach
    void remove() {
        backend.guests().forEach(guest -> backend.remove(guest.id().local()));
    }

    @Test
    void theLargestIsFirstAndWhatIsGoneIsNotThere() {
        JsonNode top = read(administrator(), TOP);

        assertThat(top.path("items")).hasSize(2);
        assertThat(top.path("items").path(0).path("name").asString()).isEqualTo("large");
        assertThat(top.path("items").path(0).path("average").asDouble()).isEqualTo(3_000);
        assertThat(read(administrator(), TOP + "&limit=1").path("items")).hasSize(1);
    }

    @Test
    void whatOneMayNotSeeIsNotRanked() {
        TestAccess access = new TestAccess(application);
        access.person("tom", PASSWORD);
        access.grant("tom", Role.VIEWER, new Scope.OnInstance(small));

        JsonNode top = read(anyone().basic("tom", PASSWORD), TOP);

        assertThat(top.path("items")).hasSize(1);
        assertThat(top.path("items").path(0).path("instance").asString()).isEqualTo(small.toString());
    }

    @Test
    void anEmptyRangeIsRefused() {
        assertThat(administrator().get(TOP.replace("00:01:00Z", "00:00:00Z")).statusCode())
                .isEqualTo(400);
    }

    private InstanceId known(String name) {
        InstanceId id = id(backend.add(name, InstanceState.STOPPED));
        await().until(() -> administrator().get("/api/v1/instances/" + id).statusCode() == 200);
        return id;
    }

    private static JsonNode read(HttpCaller caller, String path) {
        return JSON.readTree(caller.get(path).body());
    }

    private static Usage usage(InstanceId id, long memory) {
        Sample sample = new Sample.Builder().put(Meter.MEMORY_USED, memory).at(THEN);
        return new Usage(id, THEN, Rates.between(null, sample, Duration.ZERO));
    }

    private static InstanceId id(String local) {
        return new InstanceId(ENGINE, local);
    }
}
