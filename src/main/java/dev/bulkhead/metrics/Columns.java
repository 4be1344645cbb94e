package dev.bulkhead.metrics;

import dev.bulkhead.engine.Meter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of a table of points: for each meter what it was on average and at most; a tick has but one value of each. */
final class Columns {

    private static final List<Meter> METERS = List.of(Meter.values());

    private Columns() {}

    static String definition(Resolution resolution) {
        return "subject integer not null, moment bigint not null, "
                + ofMeters(resolution).stream().map(column -> column + " float").collect(Collectors.joining(", "));
    }

    /** Those that hold values, in the order of the definition. */
    static List<String> ofMeters(Resolution resolution) {
        return ofMeters(resolution, METERS);
    }

    private static List<String> ofMeters(Resolution resolution, Collection<Meter> meters) {
        return meters.stream()
                .flatMap(meter -> resolution == Resolution.TICK
                        ? Stream.of(average(meter))
                        : Stream.of(average(meter), most(meter)))
                .toList();
    }

    /** Those that hold values, to four digits, which is what charts show: noise in the digits behind them is most of what a value takes. */
    static String rounded(Resolution resolution) {
        return ofMeters(resolution).stream()
                .map(column ->
                        "case when %1$s = 0 then 0 else round(%1$s, 3 - floor(log10(abs(%1$s)))::integer) end::float as %1$s"
                                .formatted(column))
                .collect(Collectors.joining(", "));
    }

    /** All, in the order of the definition, made of points of a finer resolution. */
    static String of(Resolution finer) {
        return METERS.stream()
                .map(meter -> "avg(" + average(meter) + "), max("
                        + (finer == Resolution.TICK ? average(meter) : most(meter)) + ")")
                .collect(Collectors.joining(", "));
    }

    /** As {@link #of}, under the names that a coarser table has for them. */
    static String named(Resolution finer, Collection<Meter> meters) {
        return meters.stream()
                .map(meter -> "avg(" + average(meter) + ") as " + average(meter) + ", max("
                        + (finer == Resolution.TICK ? average(meter) : most(meter)) + ") as " + most(meter))
                .collect(Collectors.joining(", "));
    }

    /** Those of some meters, as a table of that resolution has them. */
    static String stored(Resolution resolution, Collection<Meter> meters) {
        return String.join(", ", ofMeters(resolution, meters));
    }

    /** Of the points of an instance within a longer one, as {@link PointSums} has them. */
    static String sums(Resolution finer, Collection<Meter> meters) {
        return meters.stream()
                .map(meter -> "sum(%1$s), count(%1$s), max(%2$s)"
                        .formatted(average(meter), finer == Resolution.TICK ? average(meter) : most(meter)))
                .collect(Collectors.joining(", "));
    }

    static String asIs(Collection<Meter> meters) {
        return meters.stream().map(meter -> average(meter) + ", " + most(meter)).collect(Collectors.joining(", "));
    }

    /** Of what is known of them; null when nothing is. */
    static String sum(List<Meter> meters) {
        return sum(meters, Columns::average);
    }

    static String sumOfMost(List<Meter> meters) {
        return sum(meters, Columns::most);
    }

    private static String sum(List<Meter> meters, Function<Meter, String> column) {
        List<String> all =
                meters.stream().map(meter -> column.apply(meter) + "::double").toList();
        return "coalesce(" + String.join(" + ", all) + ", " + String.join(", ", all) + ")";
    }

    static String average(Meter meter) {
        return meter.name().toLowerCase(Locale.ROOT);
    }

    static String most(Meter meter) {
        return average(meter) + "_max";
    }
}
