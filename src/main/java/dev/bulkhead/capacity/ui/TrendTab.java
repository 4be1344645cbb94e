package dev.bulkhead.capacity.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.bulkhead.capacity.HostTrends;
import dev.bulkhead.capacity.PlaceTrend;
import dev.bulkhead.capacity.Trend;
import dev.bulkhead.capacity.TrendService;
import dev.bulkhead.capacity.Trended;
import dev.bulkhead.common.ui.EmptyState;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.Panel;
import dev.bulkhead.common.ui.SmallTable;
import dev.bulkhead.common.ui.StateBadge;
import dev.bulkhead.common.ui.Tone;
import dev.bulkhead.common.ui.Units;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** When each host, and each place of its storage, fills up at this pace, with how sure that is. */
final class TrendTab extends Div {

    static final String KEY = "trend";

    private static final int NAME = 80;
    private static final Duration FAR = Duration.ofDays(3650);
    private static final Duration SOON = Duration.ofDays(30);

    TrendTab(TrendService service) {
        addClassName("column");
        Paragraph how = new Paragraph(text("room.trend.why"));
        how.addClassName("muted");
        add(how);
        List<HostTrends> hosts = service.trends();
        hosts.forEach(host -> add(panel(host)));
        if (hosts.isEmpty()) {
            add(new EmptyState(Icon.HOSTS, text("room.trend.none"), text("room.trend.none.why")));
        }
    }

    private static Component panel(HostTrends host) {
        if (host.trends().isEmpty() && host.places().isEmpty()) {
            return new Panel(cut(host.name(), NAME), new Paragraph(text("room.trend.none.why")));
        }
        SmallTable table = new SmallTable(
                        text("room.resource"),
                        text("room.trend.pace"),
                        text("room.trend.between"),
                        text("room.trend.full"),
                        text("room.trend.dates"),
                        text("room.trend.days"))
                .numbersIn(1, 2, 5);
        table.addClassName("room-trend");
        host.trends()
                .forEach((what, trend) -> row(
                        table,
                        text("room.trend." + key(what)),
                        trend,
                        what == Trended.CPU_PROMISED ? Amount::cpus : Amount::bytes));
        table.rows(host.places(), TrendTab::row);
        return new Panel(cut(host.name(), NAME), table);
    }

    private static void row(SmallTable table, PlaceTrend place) {
        row(table, text("room.trend.place", NowTab.name(place.place())), place.trend(), Amount::bytes);
    }

    private static void row(SmallTable table, String what, Trend trend, Function<@Nullable Double, String> amount) {
        boolean known = trend.kind() != Trend.Kind.TOO_SHORT;
        table.row(
                SmallTable.words(what),
                SmallTable.number(known ? signed(amount, trend.perDay()) : Units.UNKNOWN),
                SmallTable.number(
                        known
                                ? text(
                                        "room.trend.range",
                                        signed(amount, trend.slowest()),
                                        signed(amount, trend.fastest()))
                                : Units.UNKNOWN),
                verdict(trend),
                SmallTable.words(dates(trend)),
                SmallTable.number(String.valueOf(trend.days())));
    }

    private static Component verdict(Trend trend) {
        Instant full = trend.full();
        if (trend.kind() == Trend.Kind.FULL) {
            return new StateBadge(Tone.TROUBLE, text("room.trend.kind.full"));
        }
        if (full == null) {
            return SmallTable.muted(text("room.trend.kind." + key(trend.kind())));
        }
        if (full.isAfter(Instant.now().plus(FAR))) {
            return SmallTable.muted(text("room.trend.far"));
        }
        boolean soon = full.isBefore(Instant.now().plus(SOON));
        return soon ? new StateBadge(Tone.TROUBLE, date(full)) : SmallTable.words(date(full));
    }

    private static String dates(Trend trend) {
        Instant earliest = trend.earliest();
        Instant latest = trend.latest();
        if (trend.kind() != Trend.Kind.RISING || earliest == null || latest == null) {
            return "";
        }
        boolean far = latest.isAfter(Instant.now().plus(FAR));
        return far ? text("room.trend.from", date(earliest)) : text("room.trend.range", date(earliest), date(latest));
    }

    private static String signed(Function<@Nullable Double, String> amount, double value) {
        return (value > 0 ? "+" : "") + amount.apply(value);
    }

    private static String date(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC).toString();
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
