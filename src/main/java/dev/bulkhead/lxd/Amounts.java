package dev.bulkhead.lxd;

import dev.bulkhead.common.ByteSize;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads amounts as LXD and Incus write them. Empty for what is not written so. */
final class Amounts {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,18})\\s*([A-Za-z]*)");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})%");
    private static final Pattern COUNT = Pattern.compile("\\d{1,6}");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");
    private static final Pattern TIME_SLICE = Pattern.compile("(\\d{1,9})ms/(\\d{1,9})ms");

    private static final Map<String, Long> UNITS = Map.ofEntries(
            Map.entry("", 1L),
            Map.entry("B", 1L),
            Map.entry("kB", 1000L),
            Map.entry("MB", 1000L * 1000),
            Map.entry("GB", 1000L * 1000 * 1000),
            Map.entry("TB", 1000L * 1000 * 1000 * 1000),
            Map.entry("PB", 1000L * 1000 * 1000 * 1000 * 1000),
            Map.entry("EB", 1000L * 1000 * 1000 * 1000 * 1000 * 1000),
            Map.entry("KiB", 1L << 10),
            Map.entry("MiB", 1L << 20),
            Map.entry("GiB", 1L << 30),
            Map.entry("TiB", 1L << 40),
            Map.entry("PiB", 1L << 50),
            Map.entry("EiB", 1L << 60));

    private Amounts() {}

    /** A count of bytes; null for 0 and -1, which is how the server writes that it cannot tell, and for what is no number. */
    static @Nullable ByteSize positive(JsonNode bytes) {
        long count = bytes.asLong(0);
        return count > 0 ? new ByteSize(count) : null;
    }

    /** {@code 512MiB}, {@code 1GB}, {@code 1048576}; held at the greatest amount that can be counted. */
    static Optional<ByteSize> size(String text) {
        Matcher matcher = SIZE.matcher(text.strip());
        if (!matcher.matches() || !UNITS.containsKey(matcher.group(2))) {
            return Optional.empty();
        }
        BigInteger bytes = new BigInteger(matcher.group(1)).multiply(BigInteger.valueOf(UNITS.get(matcher.group(2))));
        return Optional.of(
                new ByteSize(bytes.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact()));
    }

    /** {@code 50%} as 0.5. */
    static OptionalDouble share(String text) {
        Matcher matcher = PERCENT.matcher(text.strip());
        return matcher.matches()
                ? OptionalDouble.of(
                        new BigDecimal(matcher.group(1)).movePointLeft(2).doubleValue())
                : OptionalDouble.empty();
    }

    /** How many CPUs: a number ({@code 4}), or a set of pinned ones ({@code 0-3,5}). */
    static OptionalDouble cpus(String text) {
        String limit = text.strip();
        if (COUNT.matcher(limit).matches()) {
            return OptionalDouble.of(Integer.parseInt(limit));
        }
        int count = 0;
        for (String part : limit.split(",")) {
            Matcher range = RANGE.matcher(part.strip());
            if (!range.matches()) {
                return OptionalDouble.empty();
            }
            int first = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            count += Math.max(0, last - first + 1);
        }
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(count);
    }

    /** CPUs that a time slice allows: {@code 25ms/100ms} is 0.25. Empty for a share in percent, which limits only under load. */
    static OptionalDouble allowance(String text) {
        Matcher slice = TIME_SLICE.matcher(text.strip());
        if (!slice.matches() || Integer.parseInt(slice.group(2)) == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(slice.group(1)) / Double.parseDouble(slice.group(2)));
    }
}
