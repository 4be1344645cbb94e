package dev.bulkhead.metrics;

import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** Usage for tests of other packages. */
public final class TestUsage {

    private TestUsage() {}

    /** Of counters that grew so much in one second, and of amounts. */
    public static Usage of(InstanceId id, Map<Meter, Long> values) {
        Instant at = Instant.parse("2026-11-26T10:00:00Z");
        Map<Meter, Long> zero = values.keySet().stream().collect(Collectors.toMap(meter -> meter, meter -> 0L));
        return new Usage(
                id,
                at,
                Rates.between(new Sample(at.minusSeconds(1), zero), new Sample(at, values), Duration.ofSeconds(1)));
    }
}
