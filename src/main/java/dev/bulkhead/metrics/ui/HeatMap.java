package dev.bulkhead.metrics.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.metrics.Resource;
import java.io.Serial;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One cell an instance, the warmer the more it uses. The browser's side keeps the cells; this side keeps none. */
@Tag("bulkhead-heatmap")
@JsModule("./metrics/bulkhead-heatmap.ts")
public final class HeatMap extends Component {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double KIBIBYTE = 1024;
    /** From which share of the limit on a level begins; as many levels as there are colours. */
    private static final List<Double> SHARES = List.of(0.05, 0.2, 0.4, 0.6, 0.8);

    private static final List<Double> RATES = List.of(
            10 * KIBIBYTE, 100 * KIBIBYTE, KIBIBYTE * KIBIBYTE, 10 * KIBIBYTE * KIBIBYTE, 100 * KIBIBYTE * KIBIBYTE);

    public HeatMap() {
        getElement()
                .setPropertyMap(
                        "words",
                        Map.of(
                                "none", text("heat.none"),
                                "of", text("heat.of", "{0}", "{1}"),
                                "instance", text("column.name"),
                                "host", text("column.host"),
                                "limit", text("heat.limit")));
    }

    /**
     * @param group what it stands among, such as its host
     * @param amount in the resource's unit; null when it was not measured
     * @param limit what there is for it; null where nothing limits it
     */
    public record Cell(
            InstanceId id,
            String name,
            String group,
            @Nullable Double amount,
            @Nullable Double limit) {}

    /** Shows these in the place of what it showed, in this order within their groups. */
    public void load(Resource resource, List<Cell> cells) {
        boolean shares = resource == Resource.CPU || resource == Resource.MEMORY;
        ObjectNode measure = JSON.objectNode();
        measure.put("label", text("resource." + resource.name().toLowerCase(Locale.ROOT)));
        measure.put("unit", Amounts.unit(resource));
        measure.put("shares", shares);
        ArrayNode steps = measure.putArray("steps");
        (shares ? SHARES : RATES).forEach(steps::add);
        ArrayNode all = JSON.arrayNode();
        for (Cell cell : cells) {
            ObjectNode one = all.addObject();
            one.put("id", cell.id().toString());
            one.put("name", cell.name());
            one.put("group", cell.group());
            one.put("amount", rounded(cell.amount()));
            one.put("limit", cell.limit());
        }
        getElement().callJsFunction("load", measure, all);
    }

    /** Gives the cells that it has other amounts, in their order. */
    public void update(List<Cell> cells) {
        ArrayNode amounts = JSON.arrayNode();
        cells.forEach(cell -> amounts.add(rounded(cell.amount())));
        getElement().callJsFunction("update", amounts);
    }

    public void tabulate(boolean asTable) {
        getElement().callJsFunction("tabulate", asTable);
    }

    /** Bytes to the byte, CPUs to a thousandth: shorter to send, and no one sees more. */
    private static @Nullable Double rounded(@Nullable Double amount) {
        return amount == null ? null : amount < KIBIBYTE ? Math.rint(amount * 1000) / 1000 : Math.rint(amount);
    }
}
