package dev.bulkhead.common.ui;

import com.vaadin.flow.component.Component;
import dev.bulkhead.common.Registration;

/**
 * A page that a feature puts into the frame's navigation. The frame finds all beans of this type; so it knows no feature, and there is
 * no entry without a page.
 */
public interface NavigationEntry {

    /** Where it stands, counted from 0. */
    int position();

    String label();

    Icon icon();

    Class<? extends Component> view();

    /** Whether the signed-in user may use it. */
    boolean isAllowed();

    /** How many there are, to be shown beside the label; "" for nothing. */
    default String count() {
        return "";
    }

    /** Calls {@code listener}, on any thread, when the count may have changed. */
    default Registration onChange(Runnable listener) {
        return () -> {};
    }
}
