package dev.bulkhead.metrics.ui;

import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.engine.Meter;
import dev.bulkhead.metrics.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The charts that there are, with their lines. */
enum ChartKind {
    CPU("cpus", List.of(new Line(Meter.CPU_TIME, "used", Line.PER_NANO))),
    MEMORY("bytes", List.of(new Line(Meter.MEMORY_USED, "used", 1), new Line(Meter.MEMORY_LIMIT, "limit", 1))),
    DISK(
            "bytes-per-second",
            List.of(new Line(Meter.DISK_READ_BYTES, "read", 1), new Line(Meter.DISK_WRITTEN_BYTES, "written", 1))),
    NETWORK(
            "bytes-per-second",
            List.of(new Line(Meter.NETWORK_IN_BYTES, "in", 1), new Line(Meter.NETWORK_OUT_BYTES, "out", 1))),
    MACHINE_CPU(
            "cpus",
            List.of(
                    new Line(Meter.CPU_USER, "user", Line.PER_NANO),
                    new Line(Meter.CPU_SYSTEM, "system", Line.PER_NANO),
                    new Line(Meter.CPU_WAIT, "wait", Line.PER_NANO),
                    new Line(Meter.CPU_STEAL, "steal", Line.PER_NANO))),
    MACHINE_MEMORY(
            "bytes",
            List.of(
                    new Line(Meter.MEMORY_USED, "used", 1),
                    new Line(Meter.MEMORY_LIMIT, "limit", 1),
                    new Line(Meter.MEMORY_CACHE, "cache", 1),
                    new Line(Meter.SWAP_USED, "swap", 1))),
    LOAD("number", List.of(new Line(Meter.LOAD, "load", 1e-3))),
    PRESSURE(
            "percent",
            List.of(
                    new Line(Meter.PRESSURE_CPU, "for-cpu", Line.PERCENT_PER_NANO),
                    new Line(Meter.PRESSURE_MEMORY, "for-memory", Line.PERCENT_PER_NANO),
                    new Line(Meter.PRESSURE_DISK, "for-disk", Line.PERCENT_PER_NANO))),
    STORAGE("bytes", List.of(new Line(Meter.STORAGE_USED, "used", 1), new Line(Meter.STORAGE_LIMIT, "limit", 1)));

    static final List<ChartKind> OF_INSTANCES = List.of(CPU, MEMORY, DISK, NETWORK);
    static final List<ChartKind> OF_THIS_MACHINE =
            List.of(MACHINE_CPU, MACHINE_MEMORY, DISK, NETWORK, LOAD, PRESSURE, STORAGE);
    /** What engines tell of a machine that is not this one. */
    static final List<ChartKind> OF_OTHER_MACHINES = List.of(MACHINE_CPU, MACHINE_MEMORY, STORAGE);

    private static final List<String> HUES = List.of("--accent", "--paused", "--running", "--stopped");

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
    record Line(Meter meter, String word, double scale) {

        private static final double PER_NANO = 1e-9;
        private static final double PERCENT_PER_NANO = 1e-7;
    }

    List<Line> lines() {
        return lines;
    }

    List<Meter> meters() {
        return lines.stream().map(Line::meter).toList();
    }

    Chart chart() {
        List<Chart.Look> looks = new ArrayList<>();
        for (Line line : lines) {
            looks.add(new Chart.Look(text("chart.line." + line.word), HUES.get(looks.size()), looks.size()));
        }
        return new Chart(text(key()), unit, looks);
    }

    /** What its lines are now; NaN where unknown. */
    double[] amounts(Measured now) {
        return lines.stream()
                .mapToDouble(line -> {
                    Double amount = now.get(line.meter);
                    return amount == null ? Double.NaN : amount * line.scale;
                })
                .toArray();
    }

    /** Key of its title, and of an explanation where it has one. */
    String key() {
        return "chart." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
