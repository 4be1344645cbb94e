package dev.bulkhead.api;

import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Sample;
import dev.bulkhead.host.EngineStatus;
import dev.bulkhead.host.HostService;
import dev.bulkhead.instance.InstanceQuery;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.instance.InventoryItem;
import dev.bulkhead.metrics.UsageService;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.annotation.PostConstruct;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What instances and machines use, for Prometheus: the engines' own counters, not rates of ours, under the names that the ecosystem
 * would give them. Of what the asking token may see, at the latest tick.
 */
@Component
class MetricsExport implements MultiCollector {

    private static final String INSTANCE = "bulkhead_instance_";
    private static final String HOST = "bulkhead_host_";

    private final InstanceService instances;
    private final HostService hosts;
    private final UsageService usage;
    private final PrometheusRegistry registry;

    MetricsExport(InstanceService instances, HostService hosts, UsageService usage, PrometheusRegistry registry) {
        this.instances = instances;
        this.hosts = hosts;
        this.usage = usage;
        this.registry = registry;
    }

    @PostConstruct
    void register() {
        registry.register(this);
    }

    /** Its metrics are other ones for everybody who asks; and there is nobody to ask for at start-up. */
    @Override
    public List<String> getPrometheusNames() {
        return List.of();
    }

    @Override
    public MetricSnapshots collect() {
        ExportedFamilies families = new ExportedFamilies();
        Map<InstanceId, Sample> samples = usage.readings();
        for (InventoryItem item : instances.list(InstanceQuery.ALL)) {
            Labels labels = labels(item);
            families.info(
                    "bulkhead_instance",
                    "What there is, and its state.",
                    labels.merge(Labels.of("state", word(item.instance().state()))));
            Sample sample = samples.get(item.id());
            if (sample != null) {
                families.add(INSTANCE, sample, labels);
            }
        }
        usage.machineReadings()
                .forEach((host, sample) -> families.add(HOST, sample, Labels.of("host", host.toString())));
        for (EngineStatus engine : hosts.engines()) {
            families.gauge(
                    "bulkhead_engine_up",
                    "Whether the engine answers.",
                    engine.isUp() ? 1 : 0,
                    Labels.of(
                            "host",
                            engine.host().toString(),
                            "engine",
                            engine.id().toString()));
        }
        return families.snapshots();
    }

    private static Labels labels(InventoryItem item) {
        return Labels.of(
                "id", item.id().toString(),
                "name", item.instance().name(),
                "kind", word(item.instance().kind()),
                "host", item.host().toString(),
                "engine", item.id().engine().toString());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
