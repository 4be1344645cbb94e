package dev.bulkhead.metrics.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Div;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.metrics.Measured;
import dev.bulkhead.metrics.Points;
import java.io.Serial;
import java.util.Arrays;
import java.util.Locale;

/** Why a chart of an instance that runs has no numbers; not there while it has some. */
final class Untold extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ChartKind kind;

    Untold(ChartKind kind, InstanceKind of) {
        this.kind = kind;
        addClassName("muted");
        setText(text(key(kind, of)));
        setVisible(false);
    }

    void show(Measured now) {
        setVisible(now.get(Meter.CPU_TIME) != null
                && Arrays.stream(kind.amounts(now)).allMatch(Double::isNaN));
    }

    void show(Points points) {
        setVisible(
                isKnown(points, Meter.CPU_TIME) && kind.meters().stream().noneMatch(meter -> isKnown(points, meter)));
    }

    private static boolean isKnown(Points points, Meter meter) {
        return points.meters().contains(meter)
                && !Arrays.stream(points.of(meter).average()).allMatch(Double::isNaN);
    }

    private static String key(ChartKind kind, InstanceKind of) {
        return switch (kind) {
            case DISK ->
                "chart.untold.disk." + of.name().toLowerCase(Locale.ROOT).replace('_', '-');
            case NETWORK -> "chart.untold.network";
            default -> "chart.untold";
        };
    }
}
