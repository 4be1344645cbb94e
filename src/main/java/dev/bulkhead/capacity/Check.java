package dev.bulkhead.capacity;

import org.jspecify.annotations.Nullable;

/**
 * One rule asked of one host.
 *
 * @param rule which
 * @param where the pools that were looked at; "" where the rule is about no place
 * @param wanted by what is to come, in CPUs or bytes
 * @param taken before it comes; null when unknown
 * @param limit that taken and wanted together keep to; null when unknown
 */
public record Check(
        Rule rule,
        String where,
        double wanted,
        @Nullable Double taken,
        @Nullable Double limit) {

    /** What asks for nothing fits everywhere, even where there is too much already. What is not known is not assumed to be enough. */
    public boolean fits() {
        Double left = left();
        return wanted == 0 || (left != null && left >= 0);
    }

    /** {@code limit − taken − wanted}; below zero where it does not fit; null when unknown. */
    public @Nullable Double left() {
        return limit == null || taken == null ? null : Double.valueOf(limit - taken - wanted);
    }

    /** How often it fits: {@code (limit − taken) ÷ wanted}, whole times; null where nothing is wanted, so that there is no end to it. */
    @Nullable
    Integer times() {
        if (wanted == 0) {
            return null;
        }
        return limit == null || taken == null ? 0 : (int) Math.max(0, Math.floor((limit - taken) / wanted));
    }
}
