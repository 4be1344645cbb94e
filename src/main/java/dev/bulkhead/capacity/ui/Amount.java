package dev.bulkhead.capacity.ui;

import dev.bulkhead.capacity.Rule;
import dev.bulkhead.common.ui.Units;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** How numbers of a resource are written. */
final class Amount {

    private Amount() {}

    static String cpus(@Nullable Double cpus) {
        if (cpus == null) {
            return Units.UNKNOWN;
        }
        double size = Math.abs(cpus);
        // A pace may be a thousandth of a CPU a day, which is not none.
        return Units.number(cpus, size >= 10 ? 0 : size >= 0.1 ? 1 : 3);
    }

    /** Below zero, too: what is missing. */
    static String bytes(@Nullable Double bytes) {
        if (bytes == null) {
            return Units.UNKNOWN;
        }
        double size = Math.abs(bytes);
        return (bytes <= -1 ? "−" : "") + Units.amount(size, size) + "\u00a0" + Units.byteUnit(size);
    }

    static String times(@Nullable Double ratio) {
        return ratio == null ? Units.UNKNOWN : Units.number(ratio, 2) + "\u00a0×";
    }

    static DoubleFunction<String> of(Rule rule) {
        return rule == Rule.CPU ? Amount::cpus : Amount::bytes;
    }
}
