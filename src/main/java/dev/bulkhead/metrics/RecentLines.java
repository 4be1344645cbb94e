package dev.bulkhead.metrics;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The last half hour of all instances and machines, read by one query a minute however many pages show it, and by none while none does. */
@Component
class RecentLines {

    private final History history;
    private volatile Read latest = new Read(0, Map.of());

    RecentLines(History history) {
        this.history = history;
    }

    /** @param minute that it ends with */
    private record Read(long minute, Map<String, Recent> lines) {}

    /** @param subject an id, of an instance or a machine */
    Optional<Recent> of(String subject) {
        long minute = minute();
        return Optional.ofNullable((latest.minute == minute ? latest : read(minute)).lines.get(subject));
    }

    /** The minute with which what is told now ends, in seconds: the last one that is over. */
    static long minute() {
        long step = Resolution.MINUTE.step();
        return Math.floorDiv(Instant.now().getEpochSecond(), step) * step - step;
    }

    private synchronized Read read(long minute) {
        if (latest.minute != minute) {
            latest = new Read(minute, history.read(new RecentQuery(minute)).orElse(Map.of()));
        }
        return latest;
    }
}
