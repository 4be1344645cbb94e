package dev.bulkhead.operation.audit.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.bulkhead.operation.audit.AuditOutcome;
import dev.bulkhead.operation.audit.AuditQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of the record is shown, as the address bar has it: {@code ?actor=ada&outcome=failed&from=2026-11-01}. What is not understood is
 * left out: addresses are typed, cut and shared.
 *
 * @param from first day; null for the beginning
 * @param until last day; null for now
 */
record AuditAddress(
        Set<String> actors,
        Set<String> verbs,
        Set<AuditOutcome> outcomes,
        String target,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    private static final int LONGEST = 300;
    private static final int MOST = 50;

    static AuditAddress read(QueryParameters address) {
        Map<String, List<String>> parameters = address.getParameters();
        Set<String> outcomes = values(parameters, "outcome");
        return new AuditAddress(
                values(parameters, "actor"),
                values(parameters, "verb"),
                Arrays.stream(AuditOutcome.values())
                        .filter(outcome -> outcomes.contains(AuditWords.key(outcome)))
                        .collect(Collectors.toSet()),
                values(parameters, "target").stream().findFirst().orElse(""),
                day(parameters, "from"),
                day(parameters, "until"));
    }

    QueryParameters write() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "actor", actors.stream());
        put(parameters, "verb", verbs.stream());
        put(parameters, "outcome", outcomes.stream().map(AuditWords::key));
        put(parameters, "target", Stream.of(target));
        put(parameters, "from", Stream.of(from == null ? "" : from.toString()));
        put(parameters, "until", Stream.of(until == null ? "" : until.toString()));
        return new QueryParameters(parameters);
    }

    /** @param zone the reader's: a day begins there */
    AuditQuery query(ZoneId zone) {
        return new AuditQuery(
                actors,
                verbs,
                outcomes,
                target,
                from == null ? null : start(from, zone),
                until == null ? null : start(until.plusDays(1), zone));
    }

    /** Where the API gives all of this as one file. */
    String file(String format, ZoneId zone) {
        AuditQuery query = query(zone);
        StringBuilder link = new StringBuilder("api/v1/audit?as=").append(format);
        actors.forEach(actor -> add(link, "actor", actor));
        verbs.forEach(verb -> add(link, "verb", verb));
        outcomes.forEach(outcome -> add(link, "outcome", outcome.name()));
        add(link, "target", target);
        add(link, "from", query.from() == null ? "" : query.from().toString());
        add(link, "until", query.until() == null ? "" : query.until().toString());
        return link.toString();
    }

    private static void add(StringBuilder link, String name, String value) {
        if (!value.isEmpty()) {
            link.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static void put(Map<String, List<String>> parameters, String name, Stream<String> values) {
        List<String> sorted = values.filter(value -> !value.isEmpty()).sorted().toList();
        if (!sorted.isEmpty()) {
            parameters.put(name, sorted);
        }
    }

    private static Set<String> values(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank() && value.length() <= LONGEST)
                .limit(MOST)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static @Nullable LocalDate day(Map<String, List<String>> parameters, String name) {
        try {
            LocalDate day =
                    LocalDate.parse(parameters.getOrDefault(name, List.of("")).getFirst());
            // Databases have years of four digits.
            return day.getYear() >= 1970 && day.getYear() < 10_000 ? day : null;
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
