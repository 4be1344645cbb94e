package dev.bulkhead.metrics;

import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Strikes at even moments of the wall clock, so that readings of all hosts, and of all days, lie on one grid. */
@Component
class SamplingTicks implements SchedulingConfigurer {

    private final Sampler sampler;
    private final Duration tick;

    SamplingTicks(Sampler sampler, MetricsSettings settings) {
        this.sampler = sampler;
        this.tick = settings.tick();
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addTriggerTask(
                () -> sampler.tick(floor(Instant.now(), tick)),
                context -> floor(Instant.now(), tick).plus(tick));
    }

    static Instant floor(Instant time, Duration step) {
        return Instant.ofEpochMilli(time.toEpochMilli() - Math.floorMod(time.toEpochMilli(), step.toMillis()));
    }
}
