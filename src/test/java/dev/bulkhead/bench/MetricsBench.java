package dev.bulkhead.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.bulkhead.metrics.HistoryBed;
import dev.bulkhead.metrics.Usage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What keeping the history costs, and reading it: {@code MetricsBench INSTANCES}, beside rrdtool and Prometheus with the same numbers. */
final class MetricsBench {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final int WARM_UP = 120;
    private static final int TICKS = 180;
    private static final int KEPT_LONG = 20;
    private static final int CHARTS = 30;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private MetricsBench() {}

    static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        int instances = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("bulkhead-bench-metrics");
        storing(folder, instances);
        keeping(folder);
        ranking(folder, instances);
        System.exit(0);
    }

    private static void storing(Path folder, int instances) throws SQLException, IOException, InterruptedException {
        List<Double> ours = new ArrayList<>();
        RrdTool peer = new RrdTool(folder.resolve("rrd"), KEPT_LONG);
        try (HistoryBed bed = new HistoryBed(folder.resolve("ticks.duckdb"), instances, NOW)) {
            for (int tick = 0; tick < WARM_UP + TICKS; tick++) {
                List<Usage> usages = bed.measure();
                long before = SYSTEM.getProcessCpuTime();
                bed.keep(usages);
                if (tick >= WARM_UP) {
                    ours.add((SYSTEM.getProcessCpuTime() - before) / 1e6);
                }
            }
        }
        double mean = ours.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double rrd = peer.millisAnUpdate(NOW, TICKS) * instances;
        Figures.row(
                "storing a tick of %,d instances × 17, CPU".formatted(instances),
                Figures.millis(mean),
                "≤ 50 ms",
                "rrdtool " + Figures.millis(rrd) + " (by %d files)".formatted(KEPT_LONG));
    }

    private static void keeping(Path folder) throws SQLException, IOException, InterruptedException {
        Path file = folder.resolve("years.duckdb");
        Figures.say("filling two years of %d instances".formatted(KEPT_LONG));
        try (HistoryBed bed = new HistoryBed(file, KEPT_LONG, NOW)) {
            long values = bed.fill();
            double bytes = (double) bed.bytes() / values;
            Prometheus prometheus = Prometheus.filled(folder.resolve("prometheus"), NOW);
            Figures.row(
                    "stored value, over all that is kept",
                    bytes(bytes),
                    "≤ 2 bytes",
                    "rrdtool 8 bytes, Prometheus " + bytes(prometheus.bytesAValue()));
            List<Double> warm = new ArrayList<>();
            List<Double> cold = new ArrayList<>();
            for (int chart = 0; chart < CHARTS; chart++) {
                bed.reopen();
                cold.add(millis(bed, chart % KEPT_LONG));
                warm.add(millis(bed, chart % KEPT_LONG));
            }
            Figures.row(
                    "a year of an instance's charts, the store just opened",
                    Figures.millis(Figures.median(cold)),
                    "≤ 50 ms",
                    "Prometheus " + Figures.millis(prometheus.coldMillis()));
            Figures.row(
                    "a year of an instance's charts, again",
                    Figures.millis(Figures.median(warm)),
                    "≤ 5 ms",
                    "Prometheus " + Figures.millis(prometheus.warmMillis()));
        }
    }

    private static void ranking(Path folder, int instances) throws SQLException {
        Figures.say("filling the hours of a year of " + instances + " instances");
        try (HistoryBed bed = new HistoryBed(folder.resolve("ranks.duckdb"), instances, NOW)) {
            bed.fillYear();
            bed.reopen();
            List<Double> charts = new ArrayList<>();
            List<Double> ranks = new ArrayList<>();
            for (int chart = 0; chart < CHARTS; chart++) {
                charts.add(millis(bed, chart * instances / CHARTS));
                long began = System.nanoTime();
                if (bed.rank() != instances) {
                    throw new IllegalStateException("Not all instances are in the ranking");
                }
                ranks.add(Figures.millisSince(began));
            }
            Figures.row(
                    "a year of an instance's charts, one of %,d".formatted(instances),
                    Figures.millis(Figures.median(charts)),
                    "",
                    "");
            Figures.row(
                    "who of %,d used most in a year".formatted(instances),
                    Figures.millis(Figures.median(ranks)),
                    "",
                    "the first time " + Figures.millis(ranks.getFirst()));
        }
    }

    private static double millis(HistoryBed bed, int instance) throws SQLException {
        long began = System.nanoTime();
        bed.year(instance);
        return Figures.millisSince(began);
    }

    private static String bytes(double bytes) {
        return String.format(Locale.ROOT, "%.2f bytes", bytes);
    }
}
