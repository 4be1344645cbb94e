package dev.bulkhead.libvirt;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An amount of memory with its unit: {@code <memory unit='KiB'>}. */
final class MemoryElement {

    /** Bytes of each unit that libvirt writes or accepts. */
    private static final Map<String, Long> UNITS = Map.ofEntries(
            Map.entry("", 1024L),
            Map.entry("b", 1L),
            Map.entry("bytes", 1L),
            Map.entry("KB", 1000L),
            Map.entry("k", 1024L),
            Map.entry("KiB", 1024L),
            Map.entry("MB", 1_000_000L),
            Map.entry("M", 1L << 20),
            Map.entry("MiB", 1L << 20),
            Map.entry("GB", 1_000_000_000L),
            Map.entry("G", 1L << 30),
            Map.entry("GiB", 1L << 30),
            Map.entry("TB", 1_000_000_000_000L),
            Map.entry("T", 1L << 40),
            Map.entry("TiB", 1L << 40));

    private MemoryElement() {}

    /** Null when it is not there or not understood. */
    static @Nullable Long kibibytes(XmlNode memory) {
        Long unit = UNITS.get(memory.attribute("unit"));
        String amount = memory.text();
        if (unit == null || !amount.matches("\\d{1,18}")) {
            return null;
        }
        try {
            return Math.multiplyExact(Long.parseLong(amount), unit) / 1024;
        } catch (ArithmeticException absurd) {
            return null;
        }
    }
}
