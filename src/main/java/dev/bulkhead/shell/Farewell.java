package dev.bulkhead.shell;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.bulkhead.common.ui.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells open pages that the server ends, while it can still tell them. */
@Component
class Farewell implements VaadinServiceInitListener {

    /** All pages together: nobody's slow page holds up the end. */
    private static final long PATIENCE_MILLIS = 2_000;

    private final Set<UI> pages = ConcurrentHashMap.newKeySet();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(opened -> {
            UI page = opened.getUI();
            pages.add(page);
            page.addDetachListener(closed -> pages.remove(page));
        });
    }

    @EventListener(ContextClosedEvent.class)
    void tell() throws InterruptedException {
        List<Future<Void>> told = new ArrayList<>();
        for (UI page : pages) {
            try {
                told.add(page.access(() -> page.add(notice())));
            } catch (UIDetachedException closed) {
                pages.remove(page);
            }
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        for (Future<Void> page : told) {
            try {
                page.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException unreached) {
                // Its connection indicator tells the same a little later.
                page.cancel(false);
            }
        }
    }

    private static Div notice() {
        Div notice = new Div(Icon.WARNING.create(), new Div(text("frame.server-ended")));
        notice.addClassName("server-ended");
        notice.getElement().setAttribute("role", "alert");
        return notice;
    }
}
