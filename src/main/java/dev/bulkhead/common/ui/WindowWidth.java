package dev.bulkhead.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.page.Page;
import java.util.function.IntConsumer;

/** Tells a component how wide the browser's window is, for what styles alone cannot adapt, such as a table's columns. */
public final class WindowWidth {

    private WindowWidth() {}

    /** Calls {@code fit} with the width in pixels once the component is on a page, and whenever it changes. */
    public static void follow(Component component, IntConsumer fit) {
        component.addAttachListener(attached -> {
            Page page = attached.getUI().getPage();
            var resized = page.addBrowserWindowResizeListener(event -> fit.accept(event.getWidth()));
            component.addDetachListener(detached -> {
                detached.unregisterListener();
                resized.remove();
            });
            page.retrieveExtendedClientDetails(details -> fit.accept(details.getWindowInnerWidth()));
        });
    }
}
