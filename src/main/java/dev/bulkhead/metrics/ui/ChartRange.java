package dev.bulkhead.metrics.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which stretch of time charts show, as it stands in the address: up to now, or between two moments.
 *
 * @param span its length
 * @param end null for one that moves on with time
 */
record ChartRange(Duration span, @Nullable Instant end) {

    static final Map<String, Duration> SPANS = spans();
    private static final String DEFAULT = "1h";
    private static final Duration SHORTEST = Duration.ofSeconds(30);

    static ChartRange upToNow(Duration span) {
        return new ChartRange(span, null);
    }

    /** Never shorter than some ticks. */
    static ChartRange between(Instant from, Instant to) {
        Duration span = Duration.between(from, to);
        return new ChartRange(span.compareTo(SHORTEST) < 0 ? SHORTEST : span, to);
    }

    /** What an address says; the usual one where it says nothing that can be shown. */
    static ChartRange of(QueryParameters parameters) {
        Optional<Instant> from = moment(parameters, "from");
        Optional<Instant> to = moment(parameters, "to");
        if (from.isPresent() && to.isPresent() && from.get().isBefore(to.get())) {
            return between(from.get(), to.get());
        }
        Duration span = SPANS.get(parameters.getSingleParameter("range").orElse(DEFAULT));
        return upToNow(span == null ? Duration.ofHours(1) : span);
    }

    Map<String, String> parameters() {
        if (end != null) {
            return Map.of("from", from(end).toString(), "to", end.toString());
        }
        return SPANS.entrySet().stream()
                .filter(named -> named.getValue().equals(span))
                .findFirst()
                .map(named -> Map.of("range", named.getKey()))
                .orElse(Map.of());
    }

    Instant from(Instant to) {
        return to.minus(span);
    }

    Instant to(Instant now) {
        return end == null ? now : end;
    }

    private static Optional<Instant> moment(QueryParameters parameters, String name) {
        try {
            return parameters.getSingleParameter(name).map(Instant::parse);
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private static Map<String, Duration> spans() {
        Map<String, Duration> spans = new LinkedHashMap<>();
        spans.put("5m", Duration.ofMinutes(5));
        spans.put("1h", Duration.ofHours(1));
        spans.put("6h", Duration.ofHours(6));
        spans.put("1d", Duration.ofDays(1));
        spans.put("1w", Duration.ofDays(7));
        spans.put("1mo", Duration.ofDays(30));
        spans.put("1y", Duration.ofDays(365));
        spans.put("2y", Duration.ofDays(730));
        return spans;
    }
}
