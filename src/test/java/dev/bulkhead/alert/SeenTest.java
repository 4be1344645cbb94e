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
import java.util.Optional;
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

    private static final AlertedForecasts UNTOLD = (host, supply) -> Optional.empty();

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
        SeenHost fresh = new SeenHost(new HostFeed.Reading(LAB, "Lab", facts, NOW.minusSeconds(90)), null, UNTOLD, NOW);
        assertThat(value(fresh, Signal.HOST_MEMORY)).isEqualTo(0.75);
        assertThat(fresh.read(Signal.HOST_STORAGE)).isEqualTo(new Seen.Reading(0.95, "b: 95 GiB of 100 GiB"));
        SeenHost old = new SeenHost(new HostFeed.Reading(LAB, "Lab", facts, NOW.minusSeconds(200)), null, UNTOLD, NOW);
        assertThat(value(old, Signal.HOST_MEMORY)).isNull();
    }

    private static SeenHost machine(Map<Meter, Long> used, AlertedForecasts forecasts) {
        HostFacts facts = new HostFacts("lab", "", "", "", 8, null, null, null, null, null, List.of());
        return new SeenHost(new HostFeed.Reading(LAB, "Lab", facts, NOW), TestUsage.machine(LAB, used), forecasts, NOW);
    }

    /** Six CPUs of eight; a quarter of each second something waited for a disk. */
    @Test
    void whatAHostItselfUsesIsAShareOfItsCpusAndOfTheTime() {
        Offset<Double> close = Offset.offset(1e-6);
        SeenHost host = machine(Map.of(Meter.CPU_TIME, 6_000_000_000L, Meter.PRESSURE_DISK, 250_000_000L), UNTOLD);
        assertThat(value(host, Signal.HOST_CPU)).isCloseTo(0.75, close);
        assertThat(host.read(Signal.HOST_CPU).detail()).isEqualTo("6.0 of 8 CPUs");
        assertThat(value(host, Signal.HOST_PRESSURE_DISK)).isCloseTo(0.25, close);
        assertThat(value(host, Signal.HOST_PRESSURE_CPU))
                .as("where the kernel does not tell")
                .isNull();
    }

    private static @Nullable Double daysOfStorage(AlertedForecasts.@Nullable Forecast forecast) {
        return value(
                machine(
                        Map.of(),
                        (host, supply) -> supply == AlertedForecasts.Supply.STORAGE
                                ? Optional.ofNullable(forecast)
                                : Optional.empty()),
                Signal.HOST_STORAGE_DAYS);
    }

    @Test
    void aForecastIsTheDaysUntilItIsFull() {
        assertThat(daysOfStorage(full(NOW.plus(Duration.ofHours(252))))).isEqualTo(10.5);
        assertThat(daysOfStorage(full(NOW.minusSeconds(300))))
                .as("full already")
                .isZero();
        assertThat(daysOfStorage(full(NOW.plus(Duration.ofDays(30_000)))))
                .as("ten years are far enough")
                .isEqualTo(3650);
        assertThat(daysOfStorage(new AlertedForecasts.Forecast("", null, null, null, 30)))
                .as("no trend fires nothing, and clears")
                .isEqualTo(3650);
        assertThat(daysOfStorage(null)).as("too little is known").isNull();
        assertThat(machine(Map.of(), (host, supply) -> Optional.of(full(NOW.plus(Duration.ofDays(9)))))
                        .read(Signal.HOST_MEMORY_DAYS)
                        .detail())
                .contains("default, iso: full on 2026-12-05, between 2026-12-03 and 2026-12-08 by 14 days");
    }

    private static AlertedForecasts.Forecast full(Instant moment) {
        return new AlertedForecasts.Forecast(
                "default, iso", moment, moment.minus(Duration.ofDays(2)), moment.plus(Duration.ofDays(3)), 14);
    }

    private static Pool pool(String name, long used, boolean active) {
        return new Pool(name, "dir", "/" + name, ByteSize.ofGibibytes(100), ByteSize.ofGibibytes(used), null, active);
    }
}
