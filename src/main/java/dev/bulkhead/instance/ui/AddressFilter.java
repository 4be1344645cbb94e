package dev.bulkhead.instance.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.instance.InstanceQuery;
import dev.bulkhead.instance.InstanceQuery.Sort;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The filter and the order of the list as the address bar has them, for example {@code ?state=running&host=atlas&sort=-memory}. What an
 * address has that is not understood is left out: addresses are typed, cut and shared.
 */
final class AddressFilter {

    private static final int LONGEST_TEXT = 200;
    private static final int MOST_VALUES = 50;
    private static final String VIEW = "view";
    private static final String WALL = "wall";

    private AddressFilter() {}

    static InstanceQuery read(QueryParameters address) {
        Map<String, List<String>> parameters = address.getParameters();
        String sort = first(parameters, "sort");
        boolean descending = sort.startsWith("-");
        return new InstanceQuery(
                first(parameters, "q"),
                constants(InstanceKind.class, parameters, "kind"),
                constants(InstanceState.class, parameters, "state"),
                values(parameters, "host"),
                values(parameters, "engine"),
                values(parameters, "project"),
                constant(Sort.class, descending ? sort.substring(1) : sort)
                        .findFirst()
                        .orElse(Sort.NAME),
                descending);
    }

    /** Whether the screens are asked for instead of the table. */
    static boolean isWall(QueryParameters address) {
        return address.getSingleParameter(VIEW).filter(WALL::equals).isPresent();
    }

    static QueryParameters write(InstanceQuery query, boolean wall) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "q", query.text().isBlank() ? Stream.of() : Stream.of(query.text()));
        put(parameters, "kind", query.kinds().stream().map(Words::key));
        put(parameters, "state", query.states().stream().map(Words::key));
        put(parameters, "host", query.hosts().stream());
        put(parameters, "engine", query.engines().stream());
        put(parameters, "project", query.projects().stream());
        if (query.sort() != Sort.NAME || query.descending()) {
            put(parameters, "sort", Stream.of((query.descending() ? "-" : "") + Words.key(query.sort())));
        }
        put(parameters, VIEW, wall ? Stream.of(WALL) : Stream.of());
        return new QueryParameters(parameters);
    }

    private static void put(Map<String, List<String>> parameters, String name, Stream<String> values) {
        List<String> sorted = values.sorted().toList();
        if (!sorted.isEmpty()) {
            parameters.put(name, sorted);
        }
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        String value = parameters.getOrDefault(name, List.of("")).getFirst();
        return value.length() > LONGEST_TEXT ? value.substring(0, LONGEST_TEXT) : value;
    }

    private static Set<String> values(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST_TEXT)
                .limit(MOST_VALUES)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static <E extends Enum<E>> Set<E> constants(
            Class<E> type, Map<String, List<String>> parameters, String name) {
        return values(parameters, name).stream()
                .flatMap(value -> constant(type, value))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }

    private static <E extends Enum<E>> Stream<E> constant(Class<E> type, String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Words.key(constant).equals(value));
    }
}
