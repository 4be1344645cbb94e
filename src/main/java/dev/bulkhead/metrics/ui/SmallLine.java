package dev.bulkhead.metrics.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import dev.bulkhead.metrics.Resource;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A small line, drawn in the browser from one character a point, so that a table of them costs little. Tables have its tag in their
 * templates, and name this class so that the browser knows it.
 */
@Tag("bulkhead-line")
@JsModule("./metrics/bulkhead-line.ts")
public final class SmallLine extends Component {

    @Serial
    private static final long serialVersionUID = 1L;

    /** How many heights there are. */
    private static final int LEVELS = Character.MAX_RADIX;

    /** How high the highest point is of a line that nothing limits. */
    private static final double UNLIMITED = 0.75;

    private static final char UNKNOWN = '-';

    SmallLine() {
        getElement().setAttribute("role", "img");
    }

    /** @param heights as {@link #heights} has them; @param words that say the same */
    void show(String heights, String words) {
        getElement().setAttribute("values", heights);
        getElement().setAttribute("aria-label", words);
        getElement().setAttribute("title", words);
    }

    /** "Last half hour: 0.2, at most 1.5"; "" when nothing is known. */
    public static String words(float[] values, Resource resource) {
        double highest = Double.NaN;
        double latest = Double.NaN;
        for (float value : values) {
            if (!Float.isNaN(value)) {
                highest = Double.isNaN(highest) ? value : Math.max(highest, value);
                latest = value;
            }
        }
        return Double.isNaN(highest)
                ? ""
                : text("recent.words", Amounts.words(resource, latest), Amounts.words(resource, highest));
    }

    /**
     * The heights of a line's points.
     *
     * @param whole that its full height stands for; null when nothing does: then its highest point is not at the top
     * @return a digit to the base of 36 a point, a hyphen for one that is not known; "" when none is
     */
    public static String heights(float[] values, @Nullable Double whole) {
        double top = whole == null ? highest(values) / UNLIMITED : whole;
        StringBuilder heights = new StringBuilder(values.length);
        boolean known = false;
        for (float value : values) {
            known |= !Float.isNaN(value);
            heights.append(
                    Float.isNaN(value)
                            ? UNKNOWN
                            : Character.forDigit(
                                    top <= 0
                                            ? 0
                                            : (int) Math.clamp(Math.round(value / top * (LEVELS - 1)), 0, LEVELS - 1),
                                    LEVELS));
        }
        return known ? heights.toString() : "";
    }

    private static double highest(float[] values) {
        double highest = 0;
        for (float value : values) {
            highest = Float.isNaN(value) ? highest : Math.max(highest, value);
        }
        return highest;
    }
}
