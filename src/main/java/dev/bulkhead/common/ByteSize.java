package dev.bulkhead.common;

import java.util.Locale;

/**
 * An amount of memory or storage, in bytes, never negative.
 *
 * @param bytes how many
 */
public record ByteSize(long bytes) implements Comparable<ByteSize> {

    public static final ByteSize ZERO = new ByteSize(0);

    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("An amount of bytes cannot be negative: " + bytes);
        }
    }

    public static ByteSize ofKibibytes(long kibibytes) {
        return new ByteSize(Math.multiplyExact(kibibytes, 1024L));
    }

    public static ByteSize ofMebibytes(long mebibytes) {
        return new ByteSize(Math.multiplyExact(mebibytes, 1024L * 1024L));
    }

    public static ByteSize ofGibibytes(long gibibytes) {
        return new ByteSize(Math.multiplyExact(gibibytes, 1024L * 1024L * 1024L));
    }

    /** The sum; an overflow is held at the greatest amount, since a total is for the eye. */
    public ByteSize plus(ByteSize other) {
        long sum = bytes + other.bytes;
        return new ByteSize(sum < 0 ? Long.MAX_VALUE : sum);
    }

    /** The share of {@code whole}, from 0 upwards; 0 where there is no whole. */
    public double shareOf(ByteSize whole) {
        return whole.bytes == 0 ? 0 : (double) bytes / whole.bytes;
    }

    @Override
    public int compareTo(ByteSize other) {
        return Long.compare(bytes, other.bytes);
    }

    /** In binary units with at most one decimal: {@code 512 MiB}, {@code 1.5 GiB}. */
    @Override
    public String toString() {
        int unit = bytes == 0 ? 0 : (63 - Long.numberOfLeadingZeros(bytes)) / 10;
        double amount = bytes / (double) (1L << (unit * 10));
        String number = String.format(Locale.ROOT, "%.1f", amount);
        return (number.endsWith(".0") ? number.substring(0, number.length() - 2) : number) + " " + UNITS[unit];
    }
}
