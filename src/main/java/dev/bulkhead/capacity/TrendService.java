package dev.bulkhead.capacity;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.host.HostService;
import dev.bulkhead.host.HostStatus;
import dev.bulkhead.metrics.HistoryService;
import dev.bulkhead.metrics.Points;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Where the machines that the caller may see are going, by the hours of the last thirty days. Blocks for the history. */
@Service
public class TrendService {

    private static final Duration STRETCH = Duration.ofDays(30);
    private static final int HOURS = (int) STRETCH.toHours();

    private final HostService hosts;
    private final HistoryService history;
    private final FitRules rules;

    TrendService(HostService hosts, HistoryService history, FitRules rules) {
        this.hosts = hosts;
        this.history = history;
        this.rules = rules;
    }

    /** In the order of configuration; a machine that was never measured, or while the history cannot be read, has no trends. */
    @Requires(Permission.HOST_VIEW)
    public List<HostTrends> trends() {
        Instant now = Instant.now();
        return hosts.hosts().stream().map(host -> trends(host, now)).toList();
    }

    private HostTrends trends(HostStatus host, Instant now) {
        Map<Trended, Trend> trends = new EnumMap<>(Trended.class);
        history.read(
                        host.id(),
                        Arrays.stream(Trended.values()).map(Trended::meter).toList(),
                        now.minus(STRETCH),
                        now,
                        HOURS)
                .ifPresent(points -> {
                    for (Trended one : Trended.values()) {
                        List<Trend.Point> known = known(one, points);
                        if (!known.isEmpty()) {
                            trends.put(one, Trend.of(known, one.limit(host.capacity(), rules), now));
                        }
                    }
                });
        return new HostTrends(host.id(), host.name(), trends);
    }

    private static List<Trend.Point> known(Trended one, Points points) {
        double[] values = points.of(one.meter()).average();
        List<Trend.Point> known = new ArrayList<>(values.length);
        for (int at = 0; at < values.length; at++) {
            if (!Double.isNaN(values[at])) {
                known.add(new Trend.Point(Instant.ofEpochSecond(points.times()[at]), one.value(values[at])));
            }
        }
        return known;
    }
}
