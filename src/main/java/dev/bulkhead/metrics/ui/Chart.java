package dev.bulkhead.metrics.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.DomEvent;
import java.io.Serial;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
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
    /** Of a value; more would not be seen. */
    private static final int DIGITS = 4;

    /**
     * How a line looks.
     *
     * @param hue a token
     * @param dash which manner of dashes tells it apart without its colour; 0 for none
     */
    record Look(String label, String hue, int dash) {}

    /** @param unit as the browser's side calls it */
    Chart(String label, String unit, List<Look> lines) {
        getElement()
                .setProperty("label", label)
                .setProperty("unit", unit)
                .setPropertyMap(
                        "words",
                        WORDS.stream()
                                .collect(Collectors.toMap(
                                        word -> word, word -> text("chart." + word, "{0}", "{1}", "{2}", "{3}"))));
        getElement()
                .setPropertyList(
                        "lines",
                        lines.stream()
                                .map(line -> Map.of("label", line.label(), "hue", line.hue(), "dash", line.dash()))
                                .toList());
    }

    void load(Stretch stretch) {
        ObjectNode sent = JSON.objectNode();
        sent.put("from", stretch.from().getEpochSecond());
        sent.put("to", stretch.to().getEpochSecond());
        sent.put("step", stretch.step());
        ArrayNode times = sent.putArray("times");
        for (long time : stretch.times()) {
            times.add(time);
        }
        ArrayNode lines = sent.putArray("lines");
        stretch.averages().forEach(line -> add(lines.addArray(), line));
        stretch.peaks().forEach(line -> add(lines.addArray(), line));
        getElement().callJsFunction("load", sent);
    }

    /** @param amounts of the lines; NaN for an unknown one */
    void push(Instant at, double[] amounts) {
        ArrayNode values = JSON.arrayNode();
        add(values, amounts);
        add(values, amounts);
        getElement().callJsFunction("push", at.getEpochSecond(), values);
    }

    void mark(List<Mark> marks) {
        ArrayNode sent = JSON.arrayNode();
        marks.forEach(mark -> sent.addObject()
                .put("time", mark.at().getEpochSecond())
                .put("words", mark.words())
                .put("trouble", mark.trouble()));
        getElement().callJsFunction("mark", sent);
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

    private static void add(ArrayNode values, double[] amounts) {
        for (double amount : amounts) {
            if (Double.isNaN(amount)) {
                values.addNull();
            } else {
                values.add(rounded(amount));
            }
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
