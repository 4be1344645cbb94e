package dev.bulkhead.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.alert.AlertedInstances.Known;
import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.HostFacts;
import dev.bulkhead.engine.HostFacts.Pool;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceBuilder;
import dev.bulkhead.engine.InstanceDetails.ApplicationContainer;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.host.HostFeed;
import dev.bulkhead.metrics.TestUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which number each signal is, by arithmetic. */
class SeenTest {

    private static final InstanceId ID = new InstanceId(new EngineId("lab-docker"), "abc");
    private static final HostId LAB = new HostId("lab");
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final Map<Meter, Long> USED = Map.of(
            Meter.CPU_TIME,
            1_500_000_000L,
            Meter.MEMORY_USED,
            ByteSize.ofMebibytes(768).bytes(),
            Meter.NETWORK_IN_BYTES,
            1000L,
            Meter.NETWORK_OUT_BYTES,
            500L,
            Meter.DISK_READ_BYTES,
            64L);

    private static InstanceBuilder container(InstanceState state, @Nullable String health) {
        return Instance.builder(
                        ID,
                        "web",
                        new ApplicationContainer("i", List.of(), health, null, "", List.of(), List.of(), null))
                .state(state, "exited 137");
    }

    private static SeenInstance seen(Instance instance, boolean stale, boolean measured) {
        return new SeenInstance(
                new Known(LAB, instance, stale),
                measured ? TestUsage.of(ID, USED) : null,
                4,
                "p1",
                NOW.plus(Duration.ofHours(60)),
                NOW);
    }

    private static @Nullable Double value(Seen seen, Signal signal) {
        Seen.Reading reading = seen.read(signal);
        return reading == null ? null : reading.value();
    }

    @Test
    void cpuIsAShareOfTheLimitOrOfTheHost() {
        Offset<Double> close = Offset.offset(1e-6);
        SeenInstance limited =
                seen(container(InstanceState.RUNNING, null).cpus(2.0).build(), false, true);
        assertThat(value(limited, Signal.INSTANCE_CPU)).isCloseTo(0.75, close);
        assertThat(limited.read(Signal.INSTANCE_CPU).detail()).isEqualTo("1.50 of 2.00 CPUs");
        SeenInstance unlimited = seen(container(InstanceState.RUNNING, null).build(), false, true);
        assertThat(value(unlimited, Signal.INSTANCE_CPU)).isCloseTo(0.375, close);
    }

    @Test
    void memoryIsAShareOfTheLimitAndTrafficIsBothWays() {
        SeenInstance limited = seen(
                container(InstanceState.RUNNING, null)
                        .memory(ByteSize.ofGibibytes(1), ByteSize.ofGibibytes(1))
                        .build(),
                false,
                true);
        assertThat(value(limited, Signal.INSTANCE_MEMORY)).isEqualTo(0.75);
        assertThat(limited.read(Signal.INSTANCE_MEMORY).detail()).isEqualTo("768 MiB of 1 GiB");
        assertThat(value(limited, Signal.INSTANCE_NETWORK)).isEqualTo(1500);
        assertThat(value(limited, Signal.INSTANCE_DISK)).isEqualTo(64);
        assertThat(value(limited, Signal.LEASE_DAYS)).isEqualTo(2.5);
        SeenInstance unlimited = seen(container(InstanceState.RUNNING, null).build(), false, true);
        assertThat(value(unlimited, Signal.INSTANCE_MEMORY)).isNull();
    }

    @Test
    void whatIsOffUsesNothingAndWhatWasNotReadIsUnknown() {
        assertThat(value(seen(container(InstanceState.STOPPED, null).build(), false, false), Signal.INSTANCE_CPU))
                .isZero();
        assertThat(value(seen(container(InstanceState.STOPPED, null).build(), true, false), Signal.INSTANCE_CPU))
                .isNull();
        assertThat(value(seen(container(InstanceState.RUNNING, null).build(), false, false), Signal.INSTANCE_CPU))
                .isNull();
    }

    @Test
    void statesAreYesOrNoUnlessTheyMayNotBeTrue() {
        Instance crashed =
                container(InstanceState.CRASHED, null).autostart(true).build();
        assertThat(value(seen(crashed, false, false), Signal.INSTANCE_CRASHED)).isEqualTo(1);
        assertThat(value(seen(crashed, false, false), Signal.INSTANCE_OFF)).isEqualTo(1);
        assertThat(value(seen(crashed, true, false), Signal.INSTANCE_CRASHED)).isNull();
        Instance ill = container(InstanceState.RUNNING, "unhealthy").build();
        assertThat(value(seen(ill, false, true), Signal.INSTANCE_UNHEALTHY)).isEqualTo(1);
        assertThat(value(seen(ill, false, true), Signal.INSTANCE_OFF)).isEqualTo(0);
        Instance unknown = container(InstanceState.UNKNOWN, null).build();
        assertThat(value(seen(unknown, false, false), Signal.INSTANCE_CRASHED)).isNull();
    }

    @Test
    void aPlaceIsAHostAProjectALabelOrTheInstance() {
        SeenInstance seen = seen(
                container(InstanceState.RUNNING, null)
                        .labels(Map.of("env", "prod"))
                        .build(),
                false,
                false);
        assertThat(List.of(
                        Place.ALL,
                        new Place(Place.Level.HOST, "lab"),
                        new Place(Place.Level.PROJECT, "p1"),
                        new Place(Place.Level.LABEL, "env"),
                        new Place(Place.Level.LABEL, "env=prod"),
                        new Place(Place.Level.INSTANCE, "lab-docker.abc")))
                .allMatch(seen::isIn);
        assertThat(List.of(
                        new Place(Place.Level.HOST, "other"),
                        new Place(Place.Level.PROJECT, "p2"),
                        new Place(Place.Level.LABEL, "prod"),
                        new Place(Place.Level.LABEL, "env=test"),
                        new Place(Place.Level.INSTANCE, "lab-docker.abd")))
                .noneMatch(seen::isIn);
    }

    @Test
    void theFullestPoolSpeaksForAHostWhoseFiguresAreNotOld() {
        HostFacts facts = new HostFacts(
                "lab",
                "",
                "",
                "",
                4,
                null,
                ByteSize.ofGibibytes(8),
                ByteSize.ofGibibytes(6),
                null,
                null,
                List.of(pool("a", 10, true), pool("b", 95, true), pool("c", 99, false)));
        SeenHost fresh = new SeenHost(new HostFeed.Reading(LAB, "Lab", facts, NOW.minusSeconds(90)), NOW);
        assertThat(value(fresh, Signal.HOST_MEMORY)).isEqualTo(0.75);
        assertThat(fresh.read(Signal.HOST_STORAGE)).isEqualTo(new Seen.Reading(0.95, "b: 95 GiB of 100 GiB"));
        SeenHost old = new SeenHost(new HostFeed.Reading(LAB, "Lab", facts, NOW.minusSeconds(200)), NOW);
        assertThat(value(old, Signal.HOST_MEMORY)).isNull();
    }

    private static Pool pool(String name, long used, boolean active) {
        return new Pool(name, "dir", "/" + name, ByteSize.ofGibibytes(100), ByteSize.ofGibibytes(used), null, active);
    }
}
