package dev.bulkhead.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import dev.bulkhead.common.ChangeLog;
import dev.bulkhead.common.Pace;
import dev.bulkhead.common.Registration;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Keeps a component true while it is on a page: subscribes on attach, ends on detach, and brings changes to the UI thread, at most
 * four times a second. A page that is slow to take an update skips states in between and is never queued for twice.
 */
public final class LiveBinding {

    private final UI ui;
    private final Command refresh;
    private final Pace pace;
    private boolean underWay;
    private boolean missed;

    private LiveBinding(UI ui, Command refresh) {
        this.ui = ui;
        this.refresh = refresh;
        this.pace = new Pace(Pace.LIVE, this::push);
    }

    /**
     * Calls {@code refresh} on the UI thread after each signal for as long as {@code component} is attached.
     *
     * @param subscribe takes what is to be called on a change (any thread, returns at once) and says how to end that
     */
    public static void bind(Component component, Function<Runnable, Registration> subscribe, Command refresh) {
        component.addAttachListener(attached -> {
            LiveBinding binding = new LiveBinding(attached.getUI(), refresh);
            Registration registration = subscribe.apply(binding.pace::signal);
            component.addDetachListener(detached -> {
                detached.unregisterListener();
                registration.close();
                binding.pace.close();
            });
            // What changed between building the component and subscribing would otherwise be missed.
            binding.pace.signal();
        });
    }

    /** As {@link #bind}, with what changed since the last call; the first call has everything ({@code complete} false). */
    public static <K> void follow(
            Component component,
            Function<Runnable, Registration> subscribe,
            Function<Long, ChangeLog.Delta<K>> since,
            Consumer<ChangeLog.Delta<K>> refresh) {
        long[] position = {-1};
        bind(component, subscribe, () -> {
            ChangeLog.Delta<K> delta = since.apply(position[0]);
            if (!delta.isEmpty()) {
                refresh.accept(delta);
            }
            // Not before: what a refresh that failed was to show is shown with the next change.
            position[0] = delta.position();
        });
    }

    private void push() {
        synchronized (this) {
            if (underWay) {
                missed = true;
                return;
            }
            underWay = true;
        }
        try {
            ui.access(() -> {
                // Before the refresh: a signal that comes while it runs must lead to another one.
                boolean again = done();
                try {
                    refresh.execute();
                } finally {
                    if (again) {
                        pace.signal();
                    }
                }
            });
        } catch (UIDetachedException gone) {
            pace.close();
        }
    }

    private synchronized boolean done() {
        underWay = false;
        boolean again = missed;
        missed = false;
        return again;
    }
}
