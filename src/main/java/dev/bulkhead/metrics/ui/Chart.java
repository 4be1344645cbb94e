package dev.bulkhead.metrics.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.DomEvent;
import dev.bulkhead.metrics.Measured;
import dev.bulkhead.metrics.Points;
import dev.bulkhead.metrics.ui.ChartKind.Line;
import java.io.Serial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One chart over time. The browser's side draws, and only while it is seen; this side sends a stretch, and then moment by moment. */
@Tag("bulkhead-chart")
@JsModule("./metrics/bulkhead-chart.ts")
final class Chart extends Component {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> WORDS = List.of("empty", "time", "peak", "most", "summary", "summary-none");
    private static final List<String> HUES = List.of("--accent", "--paused", "--running", "--stopped");
    /** Of a value; more would not be seen. */
    private static final int DIGITS = 4;

    private final ChartKind kind;

    Chart(ChartKind kind) {
        this.kind = kind;
        getElement()
                .setProperty("label", text(kind.key()))
                .setProperty("unit", kind.unit())
                .setPropertyMap(
                        "words",
                        WORDS.stream()
                                .collect(Collectors.toMap(
                                        word -> word, word -> text("chart." + word, "{0}", "{1}", "{2}", "{3}"))));
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Line line : kind.lines()) {
            lines.add(Map.of(
                    "label",
                    text("chart.line." + line.word()),
                    "hue",
                    HUES.get(lines.size()),
                    "dashed",
                    lines.size() % 2 == 1));
        }
        getElement().setPropertyList("lines", lines);
    }

    void load(Points points, Instant from, Instant to) {
        ObjectNode stretch = JSON.objectNode();
        stretch.put("from", from.getEpochSecond());
        stretch.put("to", to.getEpochSecond());
        stretch.put("step", points.step());
        ArrayNode times = stretch.putArray("times");
        for (long time : points.times()) {
            times.add(time);
        }
        ArrayNode lines = stretch.putArray("lines");
        for (Line line : kind.lines()) {
            add(lines.addArray(), points.of(line.meter()).average(), line.scale());
        }
        for (Line line : kind.lines()) {
            add(lines.addArray(), points.of(line.meter()).most(), line.scale());
        }
        getElement().callJsFunction("load", stretch);
    }

    void push(Measured usage) {
        ArrayNode values = JSON.arrayNode();
        for (int twice = 0; twice < 2; twice++) {
            kind.lines().forEach(line -> add(values, usage.get(line.meter()), line.scale()));
        }
        getElement().callJsFunction("push", usage.at().getEpochSecond(), values);
    }

    void tabulate(boolean asTable) {
        getElement().callJsFunction("tabulate", asTable);
    }

    /** Told of the stretch that the reader dragged over. */
    void onZoom(BiConsumer<Instant, Instant> zoomed) {
        getElement()
                .addEventListener("zoomed", event -> zoomed.accept(moment(event, "from"), moment(event, "to")))
                .addEventData("event.detail.from")
                .addEventData("event.detail.to");
    }

    private static Instant moment(DomEvent event, String edge) {
        return Instant.ofEpochSecond(
                (long) event.getEventData().path("event.detail." + edge).asDouble(0));
    }

    private static void add(ArrayNode values, double[] amounts, double scale) {
        for (double amount : amounts) {
            add(values, Double.isNaN(amount) ? null : amount, scale);
        }
    }

    private static void add(ArrayNode values, @Nullable Double amount, double scale) {
        if (amount == null) {
            values.addNull();
        } else {
            values.add(rounded(amount * scale));
        }
    }

    private static double rounded(double value) {
        if (value == 0) {
            return 0;
        }
        double grain = Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - DIGITS + 1);
        double round = Math.rint(value / grain) * grain;
        return Math.abs(round) < 1 ? Math.rint(round * 1e6) / 1e6 : round;
    }
}
