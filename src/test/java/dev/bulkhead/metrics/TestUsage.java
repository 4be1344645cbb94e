package dev.bulkhead.metrics;

import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** Usage for tests of other packages. */
public final class TestUsage {

    private static final Instant AT = Instant.parse("2026-11-26T10:00:00Z");

    private TestUsage() {}

    /** Of counters that grew so much in one second, and of amounts. */
    public static Usage of(InstanceId id, Map<Meter, Long> values) {
        return new Usage(id, AT, rates(values));
    }

    /** As {@link #of}, of a machine. */
    public static MachineUsage machine(HostId id, Map<Meter, Long> values) {
        return new MachineUsage(id, AT, rates(values));
    }

    private static Rates rates(Map<Meter, Long> values) {
        Map<Meter, Long> zero = values.keySet().stream().collect(Collectors.toMap(meter -> meter, meter -> 0L));
        return Rates.between(new Sample(AT.minusSeconds(1), zero), new Sample(AT, values), Duration.ofSeconds(1));
    }
}
