package dev.bulkhead.access.quota;

import dev.bulkhead.common.ByteSize;
import java.math.BigDecimal;
import java.util.Locale;

/** What a project's limits are about. Amounts are whole numbers: of things, of thousandths of a CPU, of bytes. */
public enum Measure {
    INSTANCES,
    VIRTUAL_MACHINES,
    SYSTEM_CONTAINERS,
    APPLICATION_CONTAINERS,
    /** In thousandths: a container may be promised a part of one. */
    CPUS,
    MEMORY,
    DISK;

    private static final int SCALE = 3;

    /** {@code 3}, {@code 1.5}, {@code 4 GiB}: an amount for the eye. */
    public String words(long amount) {
        return switch (this) {
            case CPUS -> cpus(amount).toPlainString();
            case MEMORY, DISK -> new ByteSize(amount).toString();
            default -> String.valueOf(amount);
        };
    }

    /** What it is called in a sentence: {@code virtual machines}. */
    public String words() {
        return this == CPUS ? "CPUs" : name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Thousandths as a number of CPUs. */
    public static BigDecimal cpus(long thousandths) {
        BigDecimal cpus = BigDecimal.valueOf(thousandths, SCALE).stripTrailingZeros();
        return cpus.scale() < 0 ? cpus.setScale(0) : cpus;
    }

    /** A number of CPUs in thousandths; a smaller part counts as a whole one of them. */
    public static long thousandths(double cpus) {
        return (long) Math.ceil(cpus * 1000 - 1e-6);
    }
}
