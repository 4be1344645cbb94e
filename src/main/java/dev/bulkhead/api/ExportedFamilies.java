package dev.bulkhead.api;

import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.Sample;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects values into families of one name each. Of one thread, for one answer. */
final class ExportedFamilies {

    private final Map<String, CounterSnapshot.Builder> counters = new LinkedHashMap<>();
    private final Map<String, GaugeSnapshot.Builder> gauges = new LinkedHashMap<>();
    private final Map<String, InfoSnapshot.Builder> infos = new LinkedHashMap<>();

    /** All of a reading. @param prefix says whose it is */
    void add(String prefix, Sample sample, Labels labels) {
        sample.values().forEach((meter, value) -> add(prefix, meter, value, labels));
    }

    void info(String name, String help, Labels labels) {
        infos.computeIfAbsent(name, absent -> InfoSnapshot.builder().name(name).help(help))
                .dataPoint(InfoSnapshot.InfoDataPointSnapshot.builder()
                        .labels(labels)
                        .build());
    }

    void gauge(String name, String help, double value, Labels labels) {
        gauges.computeIfAbsent(
                        name, absent -> GaugeSnapshot.builder().name(name).help(help))
                .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                        .value(value)
                        .labels(labels)
                        .build());
    }

    MetricSnapshots snapshots() {
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        counters.values().forEach(family -> all.metricSnapshot(family.build()));
        gauges.values().forEach(family -> all.metricSnapshot(family.build()));
        infos.values().forEach(family -> all.metricSnapshot(family.build()));
        return all.build();
    }

    private void add(String prefix, Meter meter, long amount, Labels labels) {
        ExportedMeter exported = ExportedMeter.of(meter);
        String name = prefix + exported.name();
        Labels all = labels.merge(exported.labels());
        double value = amount * exported.scale();
        if (meter.isCounter()) {
            counters.computeIfAbsent(
                            name, absent -> CounterSnapshot.builder().name(name).help(exported.help()))
                    .dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                            .value(value)
                            .labels(all)
                            .build());
        } else {
            gauge(name, exported.help(), value, all);
        }
    }
}
