package dev.bulkhead.capacity;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.instance.InstanceQuery;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.instance.InventoryItem;
import dev.bulkhead.metrics.UsageLevels;
import dev.bulkhead.metrics.UsageLevels.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Instances whose limits do not suit what they used over two weeks. */
@Service
public class RightSizingService {

    private static final Duration STRETCH = Duration.ofDays(14);
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final InstanceService instances;
    private final UsageLevels levels;
    private volatile @Nullable Read latest;

    RightSizingService(InstanceService instances, UsageLevels levels) {
        this.instances = instances;
        this.levels = levels;
    }

    private record Read(Map<InstanceId, Level> levels, Instant at) {}

    /**
     * Of the instances that the caller sees, those at a limit first, then by what could be given back. Blocks for the history, which is
     * read every ten minutes at most; what was measured for less than a day is left out, as is what has no limit.
     *
     * @return {@code measured} tells of how many there is a day or more; empty while the history cannot be read
     */
    @Requires(Permission.ENTER)
    public Optional<RightSizes> proposals() {
        return read().map(known -> RightSizing.of(
                instances.list(InstanceQuery.ALL).stream()
                        .map(InventoryItem::instance)
                        .toList(),
                known));
    }

    private Optional<Map<InstanceId, Level>> read() {
        Instant now = Instant.now();
        Read known = latest;
        if (known == null || known.at().plus(FRESH).isBefore(now)) {
            known = levels.between(now.minus(STRETCH), now)
                    .map(read -> new Read(read, now))
                    .orElse(null);
            latest = known;
        }
        return Optional.ofNullable(known).map(Read::levels);
    }
}
