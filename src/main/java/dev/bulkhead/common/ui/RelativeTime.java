package dev.bulkhead.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;

/** A moment as its distance from now, which the browser keeps true; the exact moment, in the reader's zone, on hover. */
@Tag("relative-time")
@JsModule("./relative-time.ts")
public final class RelativeTime extends Component {

    private RelativeTime(Instant moment, String form) {
        getElement().setAttribute("datetime", moment.toString());
        getElement().setAttribute("form", form);
    }

    /** "3 minutes ago". */
    public static RelativeTime ago(Instant moment) {
        return new RelativeTime(moment, "ago");
    }

    /** "in 3 hours"; "now" when that has passed. */
    public static RelativeTime ahead(Instant moment) {
        return new RelativeTime(moment, "ahead");
    }

    /** "12d": how long since. */
    public static RelativeTime since(Instant moment) {
        return new RelativeTime(moment, "span");
    }
}
