package dev.bulkhead.metrics;

import dev.bulkhead.common.HostId;
import dev.bulkhead.engine.Meter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What machines used, for features that work in nobody's name: what they tell further they narrow to what may be seen. Blocks. */
@Component
public class HistoryFeed {

    private final History history;

    HistoryFeed(History history) {
        this.history = history;
    }

    /** As {@link HistoryService#read(HostId, List, Instant, Instant, int)}. */
    public Optional<Points> read(HostId id, List<Meter> meters, Instant from, Instant to, int most) {
        return read(id.toString(), meters, from, to, most);
    }

    Optional<Points> read(String subject, List<Meter> meters, Instant from, Instant to, int most) {
        long seconds = Duration.between(from, to).toSeconds();
        if (seconds <= 0 || most < 1) {
            throw new IllegalArgumentException("The range is empty");
        }
        return history.read(StretchQuery.of(
                subject,
                meters,
                from.getEpochSecond(),
                to.getEpochSecond(),
                most,
                Instant.now().getEpochSecond()));
    }
}
