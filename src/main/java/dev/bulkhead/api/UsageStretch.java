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

    /** With both ends. @throws Problem INVALID_REQUEST when they are the wrong way round */
    UsageStretch whole() {
        Instant end = to == null ? Instant.now() : to;
        Instant begin = from == null ? end.minus(USUAL) : from;
        if (!begin.isBefore(end)) {
            throw new Problem(ProblemType.INVALID_REQUEST, "from: " + begin + " is not before to: " + end);
        }
        return new UsageStretch(begin, end, meter);
    }

    /** @param there is whether a meter is there at all, for whom none is asked for by name */
    List<Meter> meters(Predicate<Meter> there) {
        return meter == null || meter.isEmpty()
                ? Arrays.stream(Meter.values()).filter(there).toList()
                : List.copyOf(meter);
    }
}
