package dev.bulkhead.metrics;

import dev.bulkhead.common.HostId;
import dev.bulkhead.engine.Meter;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What machines and their storage used, for features that work in nobody's name: what they tell further they narrow to what may be seen. Blocks. */
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

    /**
     * What was used of some places of one machine, in bytes: for each location that was measured, the averages of its hours by when they
     * began, up to the latest.
     *
     * @param locations as places have them
     * @return empty while the history cannot be read
     */
    public Optional<Map<String, SortedMap<Instant, Double>>> storage(
            HostId id, Collection<String> locations, Instant from, Instant to) {
        Map<String, String> subjects = locations.stream()
                .distinct()
                .collect(Collectors.toMap(
                        location -> PlaceUsage.subject(id, location), location -> location, (one, same) -> one));
        return history.read(new HoursQuery(
                        Meter.STORAGE_USED, subjects.keySet(), from.getEpochSecond(), to.getEpochSecond()))
                .map(hours -> hours.entrySet().stream()
                        .collect(Collectors.toMap(of -> subjects.get(of.getKey()), Map.Entry::getValue)));
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
