package dev.bulkhead.capacity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where something is going, by a straight line through its daily averages (least squares), and when it reaches its limit at that pace.
 * The slope is known within an interval of 95 % confidence by Student's distribution; hours of one day resemble each other too much to
 * count as so many observations. Where that interval has zero in it, there is no trend: it could as well fall as rise.
 *
 * @param kind what can be said
 * @param days how many days it is known from
 * @param perDay by how much it grows a day; 0 when it is too short
 * @param slowest the lower end of the interval of that
 * @param fastest the upper end
 * @param full when it reaches the limit at that pace; null where it does not
 * @param earliest when at the fastest
 * @param latest when at the slowest
 */
public record Trend(
        Kind kind,
        int days,
        double perDay,
        double slowest,
        double fastest,
        @Nullable Instant full,
        @Nullable Instant earliest,
        @Nullable Instant latest) {

    /** What can be said. */
    public enum Kind {
        /** Less than three days are known. */
        TOO_SHORT,
        /** It may rise or fall. */
        NONE,
        FALLING,
        /** It rises, and has a limit that it reaches. */
        RISING,
        /** It is at its limit already. */
        FULL
    }

    /** A moment's value. */
    public record Point(Instant at, double value) {}

    private static final int FEWEST = 3;
    /** Three days of hourly points, of which two may be lacking. */
    private static final Duration SHORTEST = Duration.ofHours(69);

    private static final double DAY = Duration.ofDays(1).toSeconds();
    private static final double LONGEST = Duration.ofDays(36_500).toSeconds();

    /** Of Student's distribution, two-sided 95 %, by degrees of freedom from 1; beyond, that of the last is a little too careful. */
    private static final double[] STUDENT = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    /**
     * @param points in any order; days without any are gaps
     * @param limit what is there in all; null where there is none
     */
    public static Trend of(List<Point> points, @Nullable Double limit, Instant now) {
        double[][] days = days(points);
        int count = days.length;
        if (count < FEWEST || span(points).compareTo(SHORTEST) < 0) {
            return new Trend(Kind.TOO_SHORT, count, 0, 0, 0, null, null, null);
        }
        double meanX = mean(days, 0);
        double meanY = mean(days, 1);
        double squares = 0;
        double products = 0;
        for (double[] day : days) {
            squares += (day[0] - meanX) * (day[0] - meanX);
            products += (day[0] - meanX) * (day[1] - meanY);
        }
        double slope = products / squares;
        double errors = 0;
        for (double[] day : days) {
            double error = day[1] - meanY - slope * (day[0] - meanX);
            errors += error * error;
        }
        double student = STUDENT[Math.min(count - 2, STUDENT.length) - 1];
        double within = student * Math.sqrt(errors / (count - 2) / squares);
        double today = meanY + slope * (now.getEpochSecond() / DAY - meanX);
        return said(count, slope, within, today, limit, now);
    }

    private static Trend said(
            int count, double slope, double within, double today, @Nullable Double limit, Instant now) {
        double slowest = slope - within;
        double fastest = slope + within;
        if (limit != null && today >= limit) {
            return new Trend(Kind.FULL, count, slope, slowest, fastest, now, now, now);
        }
        if (fastest < 0) {
            return new Trend(Kind.FALLING, count, slope, slowest, fastest, null, null, null);
        }
        if (slowest <= 0 || limit == null) {
            Kind kind = slowest <= 0 ? Kind.NONE : Kind.RISING;
            return new Trend(kind, count, slope, slowest, fastest, null, null, null);
        }
        double left = limit - today;
        return new Trend(
                Kind.RISING,
                count,
                slope,
                slowest,
                fastest,
                after(now, left / slope),
                after(now, left / fastest),
                after(now, left / slowest));
    }

    /** The middle of each day that has points, in days since 1970, and their average. */
    private static double[][] days(List<Point> points) {
        TreeMap<Long, double[]> sums = new TreeMap<>();
        for (Point point : points) {
            double[] sum =
                    sums.computeIfAbsent((long) Math.floor(point.at().getEpochSecond() / DAY), day -> new double[3]);
            sum[0] += point.at().getEpochSecond() / DAY;
            sum[1] += point.value();
            sum[2]++;
        }
        return sums.values().stream()
                .map(sum -> new double[] {sum[0] / sum[2], sum[1] / sum[2]})
                .toArray(double[][]::new);
    }

    private static Duration span(List<Point> points) {
        LongSummaryStatistics times =
                points.stream().mapToLong(point -> point.at().getEpochSecond()).summaryStatistics();
        return Duration.ofSeconds(times.getMax() - times.getMin());
    }

    private static double mean(double[][] days, int column) {
        double sum = 0;
        for (double[] day : days) {
            sum += day[column];
        }
        return sum / days.length;
    }

    private static Instant after(Instant now, double days) {
        return now.plusSeconds((long) Math.min(days * DAY, LONGEST));
    }
}
