package dev.bulkhead.alert;

import dev.bulkhead.alert.AlertKeeper.Tick;
import dev.bulkhead.metrics.UsageFeed;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Looks as often as readings come, on a thread of its own: neither reading nor telling waits for it. */
@Component
class AlertTicks implements SchedulingConfigurer {

    private static final Duration KEPT = Duration.ofDays(365);
    private static final Logger LOG = LoggerFactory.getLogger(AlertTicks.class);

    private final Lookout lookout;
    private final AlertKeeper keeper;
    private final AlertStore store;
    private final Duration every;

    AlertTicks(Lookout lookout, AlertKeeper keeper, AlertStore store, UsageFeed usages) {
        this.lookout = lookout;
        this.keeper = keeper;
        this.store = store;
        this.every = usages.tick();
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::look, every);
    }

    void look() {
        Instant at = Instant.now();
        keeper.tick(lookout.look(at), new Tick(at, Duration.ofNanos(System.nanoTime()), every));
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 300_000)
    void forget() {
        try {
            store.forget(Instant.now().minus(KEPT));
        } catch (DataAccessException failed) {
            LOG.debug("Old alerts are kept for another hour", failed);
        }
    }
}
