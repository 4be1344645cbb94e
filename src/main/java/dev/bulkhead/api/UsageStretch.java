package dev.bulkhead.api;

import dev.bulkhead.engine.Meter;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which stretch of a history is asked for, as the address has it. */
record UsageStretch(
        @Parameter(description = "An hour before its end, if left out") @Nullable
        Instant from,

        @Parameter(description = "Now, if left out") @Nullable
        Instant to,

        @Parameter(description = "All that there are, if left out") @Nullable
        Set<Meter> meter) {

    private static final Duration USUAL = Duration.ofHours(1);

    /** With both ends and all meters. */
    record Whole(Instant from, Instant to, List<Meter> meters) {}

    /**
     * @param there is whether a meter is there at all, for whom none is asked for by name
     * @throws Problem INVALID_REQUEST when the ends are the wrong way round
     */
    Whole whole(Predicate<Meter> there) {
        Instant end = to == null ? Instant.now() : to;
        Instant begin = from == null ? end.minus(USUAL) : from;
        if (!begin.isBefore(end)) {
            throw new Problem(ProblemType.INVALID_REQUEST, "from: " + begin + " is not before to: " + end);
        }
        List<Meter> meters = meter == null || meter.isEmpty()
                ? Arrays.stream(Meter.values()).filter(there).toList()
                : List.copyOf(meter);
        return new Whole(begin, end, meters);
    }
}
