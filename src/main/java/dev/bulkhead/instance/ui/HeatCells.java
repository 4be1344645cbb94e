package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.cut;

import dev.bulkhead.common.Answer;
import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.host.HostCapacity;
import dev.bulkhead.host.HostService;
import dev.bulkhead.host.HostStatus;
import dev.bulkhead.instance.InstanceQuery;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.instance.InventoryItem;
import dev.bulkhead.metrics.HistoryService;
import dev.bulkhead.metrics.Ranking;
import dev.bulkhead.metrics.Ranking.Rank;
import dev.bulkhead.metrics.Resource;
import dev.bulkhead.metrics.Usage;
import dev.bulkhead.metrics.UsageService;
import dev.bulkhead.metrics.ui.HeatMap.Cell;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What all instances that the reader may see use of a resource, as the cells of a heat map: by host, then by name. */
@Component
class HeatCells {

    private static final int LONGEST_HOST = 60;

    private final InstanceService instances;
    private final HostService hosts;
    private final UsageService usage;
    private final HistoryService history;
    private final Rows rows;

    HeatCells(InstanceService instances, HostService hosts, UsageService usage, HistoryService history, Rows rows) {
        this.instances = instances;
        this.hosts = hosts;
        this.usage = usage;
        this.history = history;
        this.rows = rows;
    }

    List<Cell> now(Resource resource) {
        Map<InstanceId, Double> amounts = new HashMap<>();
        for (Usage now : usage.all()) {
            Double amount = now.of(resource);
            if (amount != null) {
                amounts.put(now.id(), amount);
            }
        }
        return cells(resource, amounts);
    }

    /** Of a stretch up to now; empty while the history cannot be read. */
    Answer<Optional<Ranking>> ranking(Duration span, Resource resource) {
        Instant now = Instant.now();
        return history.rankLater(resource, now.minus(span), now);
    }

    List<Cell> of(Ranking ranking, Ranking.By by) {
        return cells(
                ranking.resource(), ranking.ranks().stream().collect(Collectors.toMap(Rank::id, rank -> rank.by(by))));
    }

    private List<Cell> cells(Resource resource, Map<InstanceId, Double> amounts) {
        Map<HostId, HostStatus> known = hosts.hosts().stream().collect(Collectors.toMap(HostStatus::id, host -> host));
        return instances.list(InstanceQuery.ALL).stream()
                .map(item -> cell(item, resource, amounts.get(item.id()), known.get(item.host())))
                .sorted(Comparator.comparing(Cell::group))
                .toList();
    }

    private Cell cell(InventoryItem item, Resource resource, @Nullable Double amount, @Nullable HostStatus host) {
        return new Cell(
                item.id(),
                rows.name(item),
                cut(host == null ? item.host().value() : host.name(), LONGEST_HOST),
                amount,
                limit(item, resource, host == null ? HostCapacity.UNKNOWN : host.capacity()));
    }

    /** Its own limit; without one it may use all that its host has. */
    private static @Nullable Double limit(InventoryItem item, Resource resource, HostCapacity host) {
        Double own = Limits.of(item.instance(), resource);
        return switch (resource) {
            case CPU -> own == null ? host.cpu().total() : own;
            case MEMORY -> own == null ? host.memory().total() : own;
            case DISK, NETWORK -> null;
        };
    }
}
