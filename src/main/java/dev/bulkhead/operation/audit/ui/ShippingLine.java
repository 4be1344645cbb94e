package dev.bulkhead.operation.audit.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.RelativeTime;
import dev.bulkhead.common.ui.StateBadge;
import dev.bulkhead.common.ui.Tone;
import dev.bulkhead.operation.audit.ship.ShippingService;
import dev.bulkhead.operation.audit.ship.ShippingStatus;
import java.time.Instant;

/** Whether those outside who are sent the record have all of it; nothing where nobody is. */
final class ShippingLine extends Div {

    private final ShippingService shipping;

    ShippingLine(ShippingService shipping) {
        this.shipping = shipping;
        addClassName("shipping");
        getElement().setAttribute("role", "status");
        refresh();
        LiveBinding.bind(this, shipping::onChange, this::refresh);
    }

    private void refresh() {
        removeAll();
        shipping.list().forEach(this::show);
        setVisible(getComponentCount() > 0);
    }

    private void show(ShippingStatus status) {
        Div line = new Div(new StateBadge(tone(status), cut(status.receiver(), 120)));
        line.addClassName("words");
        Instant since = status.since();
        if (since != null) {
            line.add(
                    new Span(text("audit.ship.lost", cut(String.valueOf(status.fault()), 200))),
                    RelativeTime.ago(since),
                    new Span(text("audit.ship.behind", status.behind())));
        } else {
            line.add(new Span(text("audit.ship.up-to", status.shipped())));
        }
        if (status.dropped() > 0) {
            line.add(new Span(text("audit.ship.dropped", status.dropped())));
        }
        add(line);
    }

    private static Tone tone(ShippingStatus status) {
        if (status.fault() != null) {
            return Tone.TROUBLE;
        }
        return status.dropped() > 0 ? Tone.PAUSED : Tone.RUNNING;
    }
}
