package dev.bulkhead.common.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;

/** Used and promised shares of a whole as a bar. The numbers stand beside it in words; it says them to a screen reader too. */
public final class Meter extends Div {

    /** From here on a resource is called full. */
    public static final double FULL = 0.9;

    private final Div promised = new Div();
    private final Div used = new Div();

    /** @param label what is measured */
    public Meter(String label) {
        addClassName("bar");
        promised.addClassName("promised");
        used.addClassName("used");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", label);
        add(promised, used);
    }

    /** Shares from 0 to 1, and beyond for what is over-committed; null for unknown. */
    public void show(@Nullable Double usedShare, @Nullable Double promisedShare) {
        set(used, usedShare);
        set(promised, promisedShare);
        setClassName("full", usedShare != null && usedShare > FULL);
        getElement()
                .setAttribute(
                        "aria-label",
                        usedShare == null ? text("meter.unknown") : text("meter.used", Units.percent(usedShare)));
    }

    private static void set(Div part, @Nullable Double share) {
        part.setVisible(share != null);
        if (share != null) {
            part.getStyle().set("--share", String.valueOf(Math.clamp(share * 100, 0, 100)));
        }
    }
}
