package dev.bulkhead.host;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.HostId;
import dev.bulkhead.engine.Capacity;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.HostFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads what each machine has: every few seconds while somebody looks, once a minute otherwise, so that an idle server is idle. */
@Component
class HostFactsReader {

    private static final Duration ATTENTIVE = Duration.ofSeconds(60);
    private static final Duration IDLE_INTERVAL = Duration.ofSeconds(60);
    private static final Duration DEADLINE = Duration.ofSeconds(8);
    private static final Logger LOG = LoggerFactory.getLogger(HostFactsReader.class);

    private final EngineRegistry registry;
    private final LocalMachine localMachine = new LocalMachine(Path.of("/"));
    private final Map<HostId, Reading> readings = new ConcurrentHashMap<>();
    private volatile Instant lastAsked = Instant.EPOCH;
    private volatile Instant lastRead = Instant.EPOCH;

    HostFactsReader(EngineRegistry registry) {
        this.registry = registry;
    }

    /** Two readings in a row, since CPU use is a difference. */
    record Reading(@Nullable HostFacts before, HostFacts now, Instant at) {}

    Optional<Reading> reading(HostId host) {
        lastAsked = Instant.now();
        return peek(host);
    }

    /** As {@link #reading}, by nobody who looks: for what goes on by itself, which is content with what is read anyway. */
    Optional<Reading> peek(HostId host) {
        return Optional.ofNullable(readings.get(host));
    }

    /** What was read last, for one who looks all the time and is no reason to read more often. */
    Optional<HostFacts> latest(HostId host) {
        return Optional.ofNullable(readings.get(host)).map(Reading::now);
    }

    @Scheduled(fixedDelay = 5_000, initialDelay = 1_000)
    void tick() {
        Instant now = Instant.now();
        boolean watched = lastAsked.plus(ATTENTIVE).isAfter(now);
        if (watched || lastRead.plus(IDLE_INTERVAL).isBefore(now)) {
            lastRead = now;
            readAll();
        }
    }

    /** All hosts side by side: one that hangs delays nobody's figures but its own. */
    private void readAll() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            registry.hosts().forEach(host -> threads.execute(() -> read(host)));
        }
    }

    private void read(HostCatalog.Entry host) {
        List<HostFacts> views = new ArrayList<>();
        if (host.local()) {
            views.add(localMachine.read());
        }
        host.engines().forEach(member -> ask(member.engine().id()).ifPresent(views::add));
        if (!views.isEmpty()) {
            HostFacts merged = HostFactsMerger.merge(views);
            readings.compute(
                    host.id(),
                    (id, before) -> new Reading(before == null ? null : before.now(), merged, Instant.now()));
        }
    }

    private Optional<HostFacts> ask(EngineId id) {
        if (!registry.status(id).map(EngineStatus::isUp).orElse(false)) {
            return Optional.empty();
        }
        try {
            return registry.engine(id)
                    .flatMap(handle ->
                            handle.read(DEADLINE, engine -> engine.capacity().map(Capacity::read)));
        } catch (EngineException fault) {
            // The supervisor reports outages; a machine's figures may be missing for a moment without one.
            LOG.debug("Engine {} did not tell its capacity: {}", id, fault.getMessage());
            return Optional.empty();
        }
    }
}
