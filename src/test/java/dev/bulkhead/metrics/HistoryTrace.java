package dev.bulkhead.metrics;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What many instances used, made up: some rest, some come and go with the day, some are busy; always the same. */
public final class HistoryTrace {

    private static final List<Meter> METERS =
            Arrays.stream(Meter.values()).filter(Meter::isOfInstances).toList();
    private static final EngineId ENGINE = new EngineId("trace");
    private static final Duration TICK = Duration.ofSeconds(10);
    private static final int TICKS_A_DAY = 8640;

    private final int instances;
    private final Random random = new Random(1);
    private final long[][] counters;
    private List<Sample> before = List.of();

    public HistoryTrace(int instances) {
        this.instances = instances;
        this.counters = new long[instances][METERS.size()];
    }

    /** What was used between the tick before and that one; ticks are asked for one after the other. */
    List<Usage> next(Instant at, long tick) {
        List<Sample> now = new ArrayList<>(instances);
        List<Usage> usages = new ArrayList<>(instances);
        for (int instance = 0; instance < instances; instance++) {
            Sample sample = sample(instance, at, tick);
            Sample earlier = before.isEmpty() ? null : before.get(instance);
            now.add(sample);
            usages.add(new Usage(new InstanceId(ENGINE, "i" + instance), at, Rates.between(earlier, sample, TICK)));
        }
        before = now;
        return usages;
    }

    private Sample sample(int instance, Instant at, long tick) {
        boolean rests = instance % 3 == 0;
        double day = (1 + Math.sin(2 * Math.PI * tick / TICKS_A_DAY + instance)) / 2;
        Sample.Builder sample = new Sample.Builder();
        for (int meter = 0; meter < METERS.size(); meter++) {
            long use = Math.round((rests ? 1000 : 1e8 * day) * (0.9 + 0.2 * random.nextDouble()));
            counters[instance][meter] += use;
            sample.put(
                    METERS.get(meter), METERS.get(meter).isCounter() ? counters[instance][meter] : 4096 * (use / 4096));
        }
        return sample.at(at);
    }
}
