package dev.bulkhead.bench;

import java.util.List;
import java.util.Locale;

/** Rows of the table that {@code deploy/bench} prints, and the arithmetic for them. */
final class Figures {

    private Figures() {}

    /** @param beside what a peer, or the engine itself, reached in the same run; "" when there is none */
    static void row(String figure, String reached, String aim, String beside) {
        System.out.println(String.join("|", "ROW", figure, reached, aim, beside));
    }

    /** For whoever waits; not part of the table. */
    static void say(String progress) {
        System.err.println("  " + progress);
    }

    static String millis(double millis) {
        return format(millis < 10 ? "%.1f ms" : "%.0f ms", millis);
    }

    static String seconds(double seconds) {
        return format("%.1f s", seconds);
    }

    static String megabytes(double bytes) {
        return format("%.0f MB", bytes / 1e6);
    }

    static String kilobytes(double bytes) {
        return format("%.0f kB", bytes / 1e3);
    }

    static String percent(double fraction) {
        return format("%.2f %%", fraction * 100);
    }

    static double median(List<Double> values) {
        return percentile(values, 0.5);
    }

    /** The smallest value that at least this part of all values does not exceed. */
    static double percentile(List<Double> values, double part) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(part * sorted.size()) - 1));
    }

    static double millisSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e6;
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
