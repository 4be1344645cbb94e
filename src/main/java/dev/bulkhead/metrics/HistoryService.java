package dev.bulkhead.metrics;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.access.Rights;
import dev.bulkhead.common.Answer;
import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Meter;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Service;

/** What instances used. Reading blocks for the embedded database, some milliseconds. */
@Service
public class HistoryService {

    private final History history;
    private final HistoryFeed stretches;
    private final RecentLines recent;
    private final MeteredInstances instances;
    private final AccessService access;
    /** One such question at a time; not of the threads that answer requests, of which the database would keep one busy. */
    private final ExecutorService ranking = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("history-ranking").factory());

    HistoryService(
            History history,
            HistoryFeed stretches,
            RecentLines recent,
            MeteredInstances instances,
            AccessService access) {
        this.history = history;
        this.stretches = stretches;
        this.recent = recent;
        this.instances = instances;
        this.access = access;
    }

    /**
     * A stretch of an instance's history, of the finest points that are kept of it and that are no more than asked for.
     *
     * @param meters which
     * @param most points, at least 1
     * @return empty while the history cannot be read; no points where nothing was measured
     * @throws IllegalArgumentException when {@code from} is not before {@code to}
     */
    @Requires(Permission.INSTANCE_VIEW)
    public Optional<Points> read(InstanceId id, List<Meter> meters, Instant from, Instant to, int most) {
        return stretches.read(id.toString(), meters, from, to, most);
    }

    /** As {@link #read(InstanceId, List, Instant, Instant, int)}, of a machine. */
    @Requires(Permission.HOST_VIEW)
    public Optional<Points> read(HostId id, List<Meter> meters, Instant from, Instant to, int most) {
        return stretches.read(id, meters, from, to, most);
    }

    /**
     * What each instance used of one resource over a stretch, of those that there are and that the caller may see. Those that the stretch
     * has no measurement of are not there.
     *
     * @return empty while the history cannot be read
     * @throws IllegalArgumentException when {@code from} is not before {@code to}
     */
    @Requires(Permission.ENTER)
    public Optional<Ranking> rank(Resource resource, Instant from, Instant to) {
        return rank(access.rights(), resource, from, to);
    }

    /**
     * As {@link #rank}, for pages: of a long stretch and of thousands of instances it takes up to some seconds. What the caller may see now
     * is what the answer has.
     */
    @Requires(Permission.ENTER)
    public Answer<Optional<Ranking>> rankLater(Resource resource, Instant from, Instant to) {
        Rights rights = access.rights();
        return Answer.by(ranking, () -> rank(rights, resource, from, to));
    }

    private Optional<Ranking> rank(Rights rights, Resource resource, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("The range is empty");
        }
        Resolution coarsest = Resolution.summing(
                from.getEpochSecond(), to.getEpochSecond(), Instant.now().getEpochSecond());
        return history.read(new RankingQuery(resource, coarsest, from.getEpochSecond(), to.getEpochSecond()))
                .map(all -> visible(rights, all));
    }

    /** The last half hour up to the last minute that is over; empty when there is nothing of it. The first call of a minute reads for all. */
    @Requires(Permission.INSTANCE_VIEW)
    public Optional<Recent> recent(InstanceId id) {
        return recent.of(id.toString());
    }

    /** As {@link #recent(InstanceId)}, of a machine. */
    @Requires(Permission.HOST_VIEW)
    public Optional<Recent> recent(HostId id) {
        return recent.of(id.toString());
    }

    @PreDestroy
    void close() {
        ranking.shutdownNow();
    }

    private Ranking visible(Rights rights, Ranking all) {
        Set<InstanceId> existing = instances.all();
        return new Ranking(
                all.resource(),
                all.from(),
                all.to(),
                all.ranks().stream()
                        .filter(rank -> existing.contains(rank.id()) && rights.at(Permission.INSTANCE_VIEW, rank.id()))
                        .toList());
    }
}
