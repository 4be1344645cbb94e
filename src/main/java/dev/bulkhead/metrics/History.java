package dev.bulkhead.metrics;

import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Keeps every tick. A store that fails, as with a full disk, stops the history and nothing else: the log says so once, and the store is
 * opened anew with the next tick.
 */
@Component
class History {

    private static final Logger LOG = LoggerFactory.getLogger(History.class);
    private static final int MOST_WAITING = 64;
    /** An engine that does not answer hides its instances for some time. */
    private static final Duration SURELY_GONE = Duration.ofDays(1);

    private final Path directory;
    private final Duration keepGone;
    private final DataSize budget;
    private final MeteredInstances instances;
    private final MachineSampler machines;
    private final PlaceSampler places;
    private final BlockingQueue<Tick> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile @Nullable HistoryStore store;
    private boolean failing;

    History(
            Sampler sampler,
            MachineSampler machines,
            PlaceSampler places,
            MeteredInstances instances,
            MetricsSettings settings) {
        this.directory = settings.directory();
        this.keepGone = settings.keepGone();
        this.budget = settings.budget();
        this.instances = instances;
        this.machines = machines;
        this.places = places;
        sampler.onTick((at, engine, usages) -> keep(at, usages));
        machines.onReading(usage -> keep(usage.at(), List.of(usage)));
    }

    private record Tick(Instant at, Collection<? extends Measured> usages) {}

    /** Empty while the store cannot be read. Blocks for it; any thread. */
    <T> Optional<T> read(HistoryQuery<T> query) {
        HistoryStore open = store;
        if (open == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(open.read(query));
        } catch (SQLException moved) {
            // A table that was sorted or dropped meanwhile; once nobody writes, it has its name again.
            return readAlone(query);
        }
    }

    private synchronized <T> Optional<T> readAlone(HistoryQuery<T> query) {
        HistoryStore open = store;
        try {
            return open == null ? Optional.empty() : Optional.of(open.read(query));
        } catch (SQLException failed) {
            LOG.debug("The history could not be read", failed);
            return Optional.empty();
        }
    }

    void keep(Instant at, Collection<? extends Measured> usages) {
        if (!usages.isEmpty() && !waiting.offer(new Tick(at, usages))) {
            LOG.debug("A tick is not kept: the store is behind");
        }
    }

    @Scheduled(fixedDelay = 500)
    synchronized void write() {
        for (Tick tick = waiting.poll(); tick != null; tick = waiting.poll()) {
            Tick next = tick;
            inStore(open -> open.append(next.at, next.usages));
        }
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    synchronized void advance() {
        inStore(open -> open.advance(Instant.now()));
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    synchronized void tidy() {
        Instant now = Instant.now();
        inStore(open -> {
            open.tidy(now, existing(), now.minus(keepGone));
            HistoryStore.Dropped dropped = open.fit(budget.toBytes(), now.minus(SURELY_GONE));
            if (!dropped.isNothing()) {
                LOG.warn(
                        "The history took more than the {} MB of bulkhead.metrics.budget. Dropped: what {} deleted instances and places left, and {} tables of points: {}",
                        budget.toMegabytes(),
                        dropped.instances(),
                        dropped.tables().size(),
                        dropped.tables());
            }
        });
    }

    private List<String> existing() {
        return Stream.of(
                        instances.all().stream().map(InstanceId::toString),
                        machines.all().stream().map(HostId::toString),
                        places.read(Instant.now()).stream().map(PlaceUsage::subject))
                .flatMap(ids -> ids)
                .toList();
    }

    @PreDestroy
    synchronized void close() {
        write();
        HistoryStore open = store;
        store = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException failed) {
                LOG.debug("The history's store did not close", failed);
            }
        }
    }

    private void inStore(Work work) {
        try {
            HistoryStore open = store;
            if (open == null) {
                Files.createDirectories(directory);
                open = HistoryStore.open(directory.resolve("history.duckdb"));
                store = open;
            }
            work.run(open);
            if (failing) {
                LOG.info("The history of use is kept again");
                failing = false;
            }
        } catch (SQLException | IOException failed) {
            fail(failed);
        }
    }

    private void fail(Exception failed) {
        if (!failing) {
            LOG.warn("The history of use is not kept: {}", failed.getMessage());
            failing = true;
        }
        HistoryStore broken = store;
        store = null;
        if (broken != null) {
            try {
                broken.close();
            } catch (SQLException again) {
                LOG.debug("The history's store did not close", again);
            }
        }
    }

    private interface Work {
        void run(HistoryStore store) throws SQLException;
    }
}
