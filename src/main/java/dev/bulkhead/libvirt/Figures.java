package dev.bulkhead.libvirt;

import dev.bulkhead.engine.Part;
import dev.bulkhead.engine.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Statistics for which libvirt asks the guests' own processes: CPU time, memory, vCPUs, disks. One process that does not answer holds
 * the call that met it for as long as it is stuck; calls after it pass it over. So each call has a thread of its own and little time,
 * and whoever asked does without. All of them have a connection of their own too: with libvirt 9.0, other calls on the connection of
 * a stuck one were seen to wait for seconds, and a connection takes no more than five at once.
 */
final class Figures implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Figures.class);

    private static final int GROUPS = BulkStats.BALLOON | BulkStats.VCPU | BulkStats.BLOCK;

    /** What a thousand guests need to answer one after the other. Waited out once for each guest that gets stuck. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int MOST_STUCK = 3;

    private final Connections connections;
    private final Semaphore free = new Semaphore(MOST_STUCK);
    private volatile Map<String, DomainStats> last = Map.of();

    /** Takes over connections that nobody else uses. */
    Figures(Connections connections) {
        this.connections = connections;
    }

    /** Of all domains by UUID, now or, where that takes too long, as they were last. */
    Map<String, DomainStats> ofAll(Driver driver) {
        return ask(driver, connection -> {
                    last = byUuid(BulkStats.all(connection, GROUPS, 0));
                    return last;
                })
                .orElse(last);
    }

    /** Of one domain; empty when it does not tell in time or is gone. */
    Optional<DomainStats> of(Driver driver, String uuid) {
        return ask(
                        driver,
                        connection ->
                                Domains.with(connection, uuid, domain -> BulkStats.of(connection, domain, GROUPS)))
                .flatMap(Function.identity());
    }

    /** What running domains use, by UUID; empty when they do not tell in time. */
    Map<String, Sample> ofUse(Driver driver) {
        return ask(driver, BulkStats::samples).orElse(Map.of());
    }

    /** What the parts of one domain use; none when it does not tell in time, does not run or is gone. */
    List<Part> ofParts(Driver driver, String uuid) {
        return ask(driver, connection -> Domains.with(connection, uuid, domain -> BulkStats.parts(connection, domain)))
                .flatMap(Function.identity())
                .orElse(List.of());
    }

    @Override
    public void close() {
        connections.close();
    }

    private <T> Optional<T> ask(Driver driver, Function<Connection, T> call) {
        if (!driver.asksGuests() || !free.tryAcquire()) {
            return Optional.empty();
        }
        CompletableFuture<Optional<T>> answer = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .name("libvirt-figures-" + connections.engine())
                .start(() -> answer.complete(run(call)));
        return answer.completeOnTimeout(Optional.empty(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** A failure is no more than a gap here: whoever asks has a connection of its own that fails with the reason. */
    private <T> Optional<T> run(Function<Connection, T> call) {
        try {
            return Optional.of(connections.call(call));
        } catch (RuntimeException failed) {
            LOG.debug("No figures from {}", connections.engine(), failed);
            return Optional.empty();
        } finally {
            free.release();
        }
    }

    private static Map<String, DomainStats> byUuid(List<DomainStats> stats) {
        return stats.stream().collect(Collectors.toMap(DomainStats::uuid, Function.identity(), (one, other) -> one));
    }
}
