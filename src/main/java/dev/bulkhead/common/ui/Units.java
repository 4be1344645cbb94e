package dev.bulkhead.common.ui;

import dev.bulkhead.common.ByteSize;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers with their units, as every page writes them. What is not known is a dash. */
public final class Units {

    public static final String UNKNOWN = "–";
    private static final String[] BYTE_UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private Units() {}

    /** {@code 4}, {@code 0.5}. */
    public static String cpus(@Nullable Double cpus) {
        return cpus == null ? UNKNOWN : number(cpus, cpus >= 100 ? 0 : 2);
    }

    /** {@code 12 %}. */
    public static String percent(double share) {
        return number(share * 100, share > 0 && share < 0.01 ? 1 : 0) + "\u00a0%";
    }

    /** {@code 1.5 GiB}. */
    public static String bytes(@Nullable ByteSize size) {
        return size == null
                ? UNKNOWN
                : bytes(size.bytes(), unitOf(size.bytes())) + "\u00a0" + BYTE_UNITS[unitOf(size.bytes())];
    }

    /** {@code 2.1 / 4 GiB}: both in the unit of the whole. */
    public static String bytesOf(@Nullable ByteSize part, @Nullable ByteSize whole) {
        if (part == null || whole == null) {
            return bytes(part == null ? whole : part);
        }
        int unit = unitOf(whole.bytes());
        return bytes(part.bytes(), unit) + " / " + bytes(whole.bytes(), unit) + "\u00a0" + BYTE_UNITS[unit];
    }

    /** The amount without its unit, in the unit that {@code scale} is best read in. */
    public static String amount(double bytes, double scale) {
        return bytes(bytes, unitOf((long) scale));
    }

    /** The unit that {@code scale} is best read in. */
    public static String byteUnit(double scale) {
        return BYTE_UNITS[unitOf((long) scale)];
    }

    /** {@code 3.2 s}, {@code 4 min 5 s}, {@code 2 h 3 min}: how long something took. */
    public static String duration(Duration took) {
        if (took.compareTo(Duration.ofMinutes(1)) < 0) {
            return number(took.toMillis() / 1000.0, took.toMillis() < 10_000 ? 1 : 0) + "\u00a0s";
        }
        if (took.compareTo(Duration.ofHours(1)) < 0) {
            return took.toMinutes() + "\u00a0min " + took.toSecondsPart() + "\u00a0s";
        }
        return took.toHours() + "\u00a0h " + took.toMinutesPart() + "\u00a0min";
    }

    public static String number(double amount, int maximumDecimals) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ENGLISH);
        format.setMaximumFractionDigits(maximumDecimals);
        return format.format(amount);
    }

    private static String bytes(double bytes, int unit) {
        return number(bytes / (1L << (unit * 10)), 1);
    }

    private static int unitOf(long bytes) {
        return bytes <= 0 ? 0 : (63 - Long.numberOfLeadingZeros(bytes)) / 10;
    }
}
