package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.access.quota.Amounts;
import dev.bulkhead.access.quota.Measure;
import dev.bulkhead.access.quota.Quota;
import java.util.Locale;
import java.util.stream.Collectors;

/** Limits and what is held of them, in words and as a share. */
final class QuotaWords {

    private QuotaWords() {}

    /** "Virtual machines". */
    static String name(Measure measure) {
        return text("measure." + measure.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** "2 of 3 instances · 1.5 of 4 CPUs"; "" without a limit. */
    static String held(Quota quota, Amounts held) {
        return quota.limits().entrySet().stream()
                .map(limit -> text(
                        "quota.of",
                        name(limit.getKey()),
                        limit.getKey().words(held.of(limit.getKey())),
                        limit.getKey().words(limit.getValue())))
                .collect(Collectors.joining(" · "));
    }

    /** How full it is by the measure that it is fullest by; 0 without a limit. */
    static double share(Quota quota, Amounts held) {
        return quota.limits().entrySet().stream()
                .mapToDouble(limit -> share(held.of(limit.getKey()), limit.getValue()))
                .max()
                .orElse(0);
    }

    /** Of a limit of nothing, anything is more than all. */
    static double share(long held, long limit) {
        return limit == 0 ? (held == 0 ? 0 : 2) : (double) held / limit;
    }
}
