package dev.bulkhead.access;

import dev.bulkhead.access.AccessEvent.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Has changes of people and rights put on record: before they are done, which else they are not, and what became of them. */
@Component
public class AccessRecord {

    private final ApplicationEventPublisher events;

    AccessRecord(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** Does the work, in the name of whoever the calling thread acts for. What the work throws is thrown. */
    public <T> T keep(AccessChange change, Supplier<T> work) {
        return keep(List.of(change), work);
    }

    /** As {@link #keep(AccessChange, Supplier)}. */
    public void keep(AccessChange change, Runnable work) {
        keep(change, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** As {@link #keep(AccessChange, Supplier)}, for several that are done together or not at all. */
    <T> T keep(List<AccessChange> changes, Supplier<T> work) {
        Origin origin = Origin.current();
        List<AccessChange> begun = new ArrayList<>();
        try {
            for (AccessChange change : changes) {
                events.publishEvent(change.event(origin, Kind.INTENT));
                begun.add(change);
            }
            T result = work.get();
            begun.forEach(change -> events.publishEvent(change.event(origin, Kind.DONE)));
            return result;
        } catch (AccessRefusedException refused) {
            begun.forEach(change -> events.publishEvent(change.failed(origin, String.valueOf(refused.getMessage()))));
            throw refused;
        } catch (RuntimeException failed) {
            begun.forEach(change -> events.publishEvent(change.failed(origin, "It could not be written")));
            throw failed;
        }
    }
}
