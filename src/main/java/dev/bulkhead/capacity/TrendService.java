package dev.bulkhead.capacity;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.host.HostService;
import dev.bulkhead.host.HostStatus;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.springframework.stereotype.Service;

/** Where the machines that the caller may see are going, by the hours of the last thirty days. Blocks for the history. */
@Service
public class TrendService {

    private final HostService hosts;
    private final TrendReader reader;
    private final FitRules rules;

    TrendService(HostService hosts, TrendReader reader, FitRules rules) {
        this.hosts = hosts;
        this.reader = reader;
        this.rules = rules;
    }

    /** In the order of configuration; a machine that was never measured, or while the history cannot be read, has no trends. */
    @Requires(Permission.HOST_VIEW)
    public List<HostTrends> trends() {
        Instant now = Instant.now();
        return hosts.hosts().stream().map(host -> trends(host, now)).toList();
    }

    private HostTrends trends(HostStatus host, Instant now) {
        return new HostTrends(
                host.id(),
                host.name(),
                reader.read(host.id(), EnumSet.allOf(Trended.class), what -> what.limit(host.capacity(), rules), now),
                reader.places(host.id(), host.storagePlaces(), now));
    }
}
