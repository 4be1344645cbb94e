package dev.bulkhead.metrics.ui;

import dev.bulkhead.engine.Meter;
import java.util.List;

/** The charts of an instance, with their lines. */
enum ChartKind {
    CPU("cpus", List.of(new Line(Meter.CPU_TIME, "used", 1e-9))),
    MEMORY("bytes", List.of(new Line(Meter.MEMORY_USED, "used", 1), new Line(Meter.MEMORY_LIMIT, "limit", 1))),
    DISK(
            "bytes-per-second",
            List.of(new Line(Meter.DISK_READ_BYTES, "read", 1), new Line(Meter.DISK_WRITTEN_BYTES, "written", 1))),
    NETWORK(
            "bytes-per-second",
            List.of(new Line(Meter.NETWORK_IN_BYTES, "in", 1), new Line(Meter.NETWORK_OUT_BYTES, "out", 1)));

    private final String unit;
    private final List<Line> lines;

    ChartKind(String unit, List<Line> lines) {
        this.unit = unit;
        this.lines = lines;
    }

    /**
     * @param word key of its label, below {@code chart.line}
     * @param scale from the meter's unit to the chart's
     */
    record Line(Meter meter, String word, double scale) {}

    /** As the browser's side calls it. */
    String unit() {
        return unit;
    }

    List<Line> lines() {
        return lines;
    }

    List<Meter> meters() {
        return lines.stream().map(Line::meter).toList();
    }
}
