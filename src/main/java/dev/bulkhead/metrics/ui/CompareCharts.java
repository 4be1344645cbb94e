package dev.bulkhead.metrics.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.Panel;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.metrics.HistoryService;
import dev.bulkhead.metrics.Points;
import dev.bulkhead.metrics.Resource;
import dev.bulkhead.metrics.UsageService;
import java.io.Serial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One chart a resource, with one line for each of some instances. */
public final class CompareCharts extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    /** As many lines as are told apart in one chart. */
    public static final int MOST = 6;

    private static final int MOST_POINTS = 300;
    /** Whole stretches are sent: not at every tick. */
    private static final long PAUSE_SECONDS = 30;

    private static final int DASHES = 4;

    private static final List<Meter> METERS = Arrays.stream(Resource.values())
            .flatMap(resource -> resource.meters().stream())
            .toList();

    private final transient HistoryService history;
    private final transient List<InstanceId> instances;
    private final transient Consumer<Map<String, String>> chosen;
    private final Map<Resource, Chart> charts = new EnumMap<>(Resource.class);
    private final ChartBar bar =
            new ChartBar(this::choose, asTable -> charts.values().forEach(chart -> chart.tabulate(asTable)));
    private transient ChartRange range;
    private transient Instant loaded = Instant.EPOCH;
    private long step;

    /**
     * @param names by the instances, which the reader may see; 1 to {@link #MOST}
     * @param parameters of the page's address
     * @param chosen told the parameters of a stretch that the reader chose
     */
    public CompareCharts(
            HistoryService history,
            UsageService usage,
            Map<InstanceId, String> names,
            QueryParameters parameters,
            Consumer<Map<String, String>> chosen) {
        this.history = history;
        this.instances = List.copyOf(names.keySet());
        this.chosen = chosen;
        this.range = ChartRange.of(parameters);
        Div grid = new Div();
        grid.addClassName("charts");
        for (Resource resource : Resource.values()) {
            String label = text("chart." + resource.name().toLowerCase(Locale.ROOT));
            Chart chart = new Chart(label, Amounts.unit(resource), looks(names));
            chart.onZoom((from, to) -> choose(ChartRange.between(from, to)));
            charts.put(resource, chart);
            grid.add(new Panel(label, chart));
        }
        add(bar, grid);
        load();
        LiveBinding.bind(this, usage::watchAll, this::advance);
    }

    private static List<Chart.Look> looks(Map<InstanceId, String> names) {
        List<Chart.Look> looks = new ArrayList<>();
        names.values()
                .forEach(
                        name -> looks.add(new Chart.Look(name, "--line-" + (looks.size() + 1), looks.size() % DASHES)));
        return looks;
    }

    private void choose(ChartRange wanted) {
        range = wanted;
        chosen.accept(wanted.parameters());
        load();
    }

    private void load() {
        loaded = Instant.now();
        Instant to = range.to(loaded);
        Instant from = range.from(to);
        List<Points> all = instances.stream()
                .map(id -> history.read(id, METERS, from, to, MOST_POINTS))
                .flatMap(Optional::stream)
                .toList();
        boolean readable = all.size() == instances.size();
        bar.show(range, readable);
        if (readable) {
            step = all.getFirst().step();
            charts.forEach((resource, chart) -> chart.load(Stretch.of(resource, all, from, to)));
        }
    }

    private void advance() {
        if (range.end() == null && Instant.now().isAfter(loaded.plusSeconds(Math.max(step, PAUSE_SECONDS)))) {
            load();
        }
    }
}
