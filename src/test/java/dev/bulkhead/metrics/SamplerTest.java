package dev.bulkhead.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.fake.FakeBackend;
import dev.bulkhead.engine.fake.FakeFactory;
import dev.bulkhead.host.EngineStatus;
import dev.bulkhead.host.TestRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Two engines of which one falls silent. Both fakes' guests use half a CPU. */
class SamplerTest {

    private static final EngineId SILENT = new EngineId("local-docker");
    private static final EngineId OTHER = new EngineId("local-lxd");

    private final FakeFactory docker = new FakeFactory(EngineKind.DOCKER);
    private final FakeFactory lxd = new FakeFactory(EngineKind.LXD);
    private final FakeBackend silent = docker.backend(SILENT);
    private InstanceId here;
    private InstanceId there;
    private TestRegistry registry;
    private Sampler sampler;
    private Instant now = Instant.parse("2026-11-26T10:00:00Z");

    @BeforeEach
    void start() {
        docker.discovering(URI.create("fake:x"));
        lxd.discovering(URI.create("fake:y"));
        here = new InstanceId(SILENT, silent.add("here", InstanceState.RUNNING));
        there = new InstanceId(OTHER, lxd.backend(OTHER).add("there", InstanceState.RUNNING));
        registry = TestRegistry.start(List.of(docker, lxd), List.of());
        for (EngineId id : List.of(SILENT, OTHER)) {
            await().until(() ->
                    registry.registry().status(id).map(EngineStatus::isUp).orElse(false));
        }
        sampler = new Sampler(
                new Running(),
                registry.registry(),
                new MetricsSettings(
                        Duration.ofSeconds(1), Path.of("unused"), Duration.ofDays(1), DataSize.ofMegabytes(1)));
    }

    @AfterEach
    void stop() {
        silent.thaw();
        registry.close();
    }

    @Test
    void aSilentEngineHasAGapAndNobodyElse() {
        tickUntilMeasured(here);

        silent.freeze();
        await().until(() -> {
            tick();
            return sampler.latest(here).isEmpty();
        });
        for (int i = 0; i < 5; i++) {
            tickUntilMeasured(there);
            assertThat(sampler.latest(here)).isEmpty();
        }
        silent.thaw();
        await().until(() -> {
            // Not once more after the first reading, which is what is looked at.
            if (sampler.latest(here).isEmpty()) {
                tick();
            }
            return sampler.latest(here).isPresent();
        });
        assertThat(sampler.latest(here).orElseThrow().rates().get(Meter.CPU_TIME))
                .as("what it used while nobody saw is not made a rate")
                .isNull();
        tickUntilMeasured(here);
        assertThat(cpus(here)).as("no spike").isBetween(0.4, 0.6);
    }

    private void tick() {
        now = now.plusSeconds(10);
        sampler.tick(now);
    }

    /** Lets it strike until the latest reading of that instance is of that stroke and has a rate. */
    private void tickUntilMeasured(InstanceId id) {
        await().until(() -> {
            tick();
            Instant stroke = now;
            await().atMost(Duration.ofSeconds(2))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> sampler.latest(id)
                            .filter(usage -> usage.at().equals(stroke))
                            .isPresent());
            return sampler.latest(id).orElseThrow().rates().get(Meter.CPU_TIME) != null;
        });
    }

    private double cpus(InstanceId id) {
        return sampler.latest(id).orElseThrow().rates().get(Meter.CPU_TIME) / 1e9;
    }

    private final class Running implements MeteredInstances {

        @Override
        public Map<EngineId, Set<String>> active() {
            return Map.of(SILENT, Set.of(here.local()), OTHER, Set.of(there.local()));
        }

        @Override
        public Set<InstanceId> all() {
            return Set.of(here, there);
        }
    }
}
