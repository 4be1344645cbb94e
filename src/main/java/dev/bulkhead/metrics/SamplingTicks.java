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
    private final MachineSampler machines;
    private final PlaceSampler places;
    private final History history;
    private final Duration tick;

    SamplingTicks(
            Sampler sampler, MachineSampler machines, PlaceSampler places, History history, MetricsSettings settings) {
        this.sampler = sampler;
        this.machines = machines;
        this.places = places;
        this.history = history;
        this.tick = settings.tick();
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addTriggerTask(
                () -> {
                    Instant now = floor(Instant.now(), tick);
                    machines.tick(now);
                    sampler.tick(now);
                    history.keep(now, places.read(now));
                },
                context -> floor(Instant.now(), tick).plus(tick));
    }

    static Instant floor(Instant time, Duration step) {
        return Instant.ofEpochMilli(time.toEpochMilli() - Math.floorMod(time.toEpochMilli(), step.toMillis()));
    }
}
