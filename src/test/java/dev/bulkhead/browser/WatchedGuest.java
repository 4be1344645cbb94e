package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import dev.bulkhead.browser.LoadedGuest.Figure;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;

/** A guest with the page of its charts open, which keeps what the charts are given. */
final class WatchedGuest {

    private static final Percentage ALIKE = Percentage.withPercentage(10);
    private static final double MILLIS = 1e3;
    /** Seconds over which both sides are compared. */
    private static final int SPAN = 14;
    /** Seconds between two questions to the engine, which is never asked at the very instant of a tick. */
    private static final double EVERY = 1;

    /** More of it is work, less is rest; of memory, more than before the work. */
    private static final Map<Figure, Double> LITTLE = Map.of(
            Figure.CPU, 0.15,
            Figure.MEMORY, 16.0 * (1 << 20),
            Figure.WRITTEN, 50.0 * (1 << 10),
            Figure.IN, 5.0 * (1 << 10),
            Figure.OUT, 5.0 * (1 << 10));

    private static final String KEEP = """
            () => document.querySelectorAll('bulkhead-chart').forEach(chart => {
              chart.given = [];
              const push = chart.push;
              chart.push = (time, values) => {
                chart.given.push([time, ...values]);
                push.call(chart, time, values);
              };
            })""";
    private static final String KEPT =
            "() => [...document.querySelectorAll('bulkhead-chart')].map(chart => chart.given)";

    private final LoadedGuest guest;
    private final Page tab;
    private final Set<Figure> figures;
    private @Nullable Double memoryAtRest;
    /** By seconds since 1970. */
    private final TreeMap<Double, Map<Figure, Double>> told = new TreeMap<>();

    WatchedGuest(LoadedGuest guest, Page tab) {
        this.guest = guest;
        this.tab = tab;
        this.figures = guest.told().keySet();
        assertThat(tab.locator("h1")).hasText(guest.name());
        assertThat(tab.locator("bulkhead-chart canvas").first()).isVisible();
        tab.evaluate(KEEP);
    }

    LoadedGuest guest() {
        return guest;
    }

    Page tab() {
        return tab;
    }

    void awaitRest() {
        await("rests", () -> latest() != null && figures.stream().noneMatch(this::isMuch));
        memoryAtRest = Objects.requireNonNull(latest()).get(Figure.MEMORY);
    }

    void awaitWork() {
        await("works", () -> figures.stream().allMatch(this::isMuch));
    }

    private void await(String what, BooleanSupplier condition) {
        try {
            tab.waitForCondition(condition);
        } catch (TimeoutError never) {
            throw new AssertionError(
                    "Not seen that %s %s: shown %s, told %s".formatted(guest.name(), what, latest(), guest.told()),
                    never);
        }
    }

    private boolean isMuch(Figure figure) {
        Double now = Objects.requireNonNull(latest()).get(figure);
        Double little = Objects.requireNonNull(LITTLE.get(figure));
        if (figure == Figure.MEMORY) {
            return memoryAtRest != null && now != null && now > memoryAtRest + little;
        }
        return now != null && now > little;
    }

    /** Asks the engine once more, unless it was just asked. */
    void listen() {
        if (told.isEmpty() || now() - told.lastKey() > EVERY) {
            told.put(now(), guest.told());
        }
    }

    /** Whether both sides were listened to for long enough. */
    boolean isHeard() {
        Long first = first();
        Long last = last();
        return first != null && last != null && last - first >= SPAN;
    }

    /** Both sides agree on that time. */
    void compare(SoftAssertions softly) {
        long first = Objects.requireNonNull(first());
        long last = Objects.requireNonNull(last());
        NavigableMap<Long, Map<Figure, Double>> ticks = given().subMap(first, true, last, true);
        for (Figure figure : figures) {
            // A tick at which somebody else asked the same machine may have been missed; then it is missed on both
            // sides.
            List<Long> known = ticks.tailMap(first, false).keySet().stream()
                    .filter(tick -> ticks.get(tick).containsKey(figure))
                    .toList();
            softly.assertThat(known).as(guest.name() + " " + figure).hasSizeGreaterThan(2);
            double shown = average(known, tick -> ticks.get(tick).get(figure));
            double expected = average(known, tick -> {
                long before = ticks.lowerKey(tick);
                return figure.isCounted()
                        ? (told(figure, tick) - told(figure, before)) / (tick - before)
                        : told(figure, tick);
            });
            softly.assertThat(shown).as(guest.name() + " " + figure).isCloseTo(expected, ALIKE);
        }
    }

    private static double average(List<Long> ticks, ToDoubleFunction<Long> figure) {
        return ticks.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    /** By the engine's own word at that second, between the two moments at which it was asked. */
    private double told(Figure figure, double second) {
        Map.Entry<Double, Map<Figure, Double>> before = told.floorEntry(second);
        Map.Entry<Double, Map<Figure, Double>> after = told.ceilingEntry(second);
        double share = after.getKey().equals(before.getKey())
                ? 0
                : (second - before.getKey()) / (after.getKey() - before.getKey());
        double earlier = Objects.requireNonNull(before.getValue().get(figure));
        return earlier + share * (Objects.requireNonNull(after.getValue().get(figure)) - earlier);
    }

    /** The first tick that was shown after the engine was asked for the first time. */
    private @Nullable Long first() {
        return given().ceilingKey((long) Math.ceil(told.firstKey()));
    }

    /** The last tick that was shown before the engine was asked for the last time. */
    private @Nullable Long last() {
        return given().floorKey(told.lastKey().longValue());
    }

    private static double now() {
        return System.currentTimeMillis() / MILLIS;
    }

    private @Nullable Map<Figure, Double> latest() {
        TreeMap<Long, Map<Figure, Double>> given = given();
        return given.isEmpty() ? null : given.lastEntry().getValue();
    }

    /** What the charts were given, by seconds since 1970; without what was not known. */
    @SuppressWarnings("unchecked")
    private TreeMap<Long, Map<Figure, Double>> given() {
        TreeMap<Long, Map<Figure, Double>> given = new TreeMap<>();
        List<List<List<Number>>> charts = (List<List<List<Number>>>) tab.evaluate(KEPT);
        for (Figure figure : Figure.values()) {
            for (List<Number> row : charts.get(figure.chart)) {
                Map<Figure, Double> figures =
                        given.computeIfAbsent(row.getFirst().longValue(), tick -> new EnumMap<>(Figure.class));
                Number value = row.get(figure.line);
                if (value != null) {
                    figures.put(figure, value.doubleValue());
                }
            }
        }
        return given;
    }
}
