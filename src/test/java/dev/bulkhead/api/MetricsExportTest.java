package dev.bulkhead.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.access.TestAccess;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.ServerTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** What Prometheus is told. */
class MetricsExportTest extends ServerTest {

    private static final String METRICS = "/actuator/prometheus";
    private static final Duration TWO_TICKS = Duration.ofSeconds(30);

    @Autowired
    private ApplicationContext application;

    @AfterEach
    void removeGuests() {
        backend.guests().forEach(guest -> backend.remove(guest.id().local()));
    }

    @Test
    void countsAreToldByTokenUnderNamesThatCannotBreakOut() {
        String id = "lab-libvirt." + backend.add("busy\"} 1\n# \\x", InstanceState.RUNNING);
        String token = JsonMapper.shared()
                .readTree(administrator()
                        .postJson("/api/v1/tokens", "{\"name\":\"prometheus\"}")
                        .body())
                .path("token")
                .asString();
        HttpCaller prometheus = anyone().with("Authorization", "Bearer " + token);
        await().atMost(TWO_TICKS)
                .until(() -> line(prometheus, "bulkhead_instance_cpu_seconds_total", id)
                                .size()
                        == 1);

        assertThat(line(prometheus, "bulkhead_instance_info", id))
                .singleElement()
                .asString()
                .contains("name=\"busy\\\"} 1\\n# \\\\x\"", "state=\"running\"", "kind=\"virtual_machine\"");
        assertThat(line(prometheus, "bulkhead_engine_up", "lab-libvirt"))
                .singleElement()
                .asString()
                .endsWith(" 1.0");
        assertThat(prometheus.get(METRICS).body()).contains("# TYPE bulkhead_instance_cpu_seconds_total counter");
    }

    @Test
    void nobodyIsToldWhatTheyMayNotSee() {
        String id = "lab-libvirt." + backend.add("hidden", InstanceState.RUNNING);
        new TestAccess(application).person("nina", PASSWORD);
        await().until(() -> line(administrator(), "bulkhead_instance_info", id).size() == 1);

        HttpCaller nina = anyone().basic("nina", PASSWORD);
        assertThat(line(nina, "bulkhead_instance_info", id)).isEmpty();
        assertThat(line(nina, "bulkhead_engine_up", "lab")).isEmpty();
        assertThat(anyone().get(METRICS).statusCode()).isEqualTo(401);
    }

    private static List<String> line(HttpCaller caller, String name, String label) {
        return caller.get(METRICS)
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{") && line.contains(label))
                .toList();
    }
}
