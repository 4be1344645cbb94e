package dev.bulkhead.libvirt;

import dev.bulkhead.engine.Change;
import dev.bulkhead.engine.Changes;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.util.function.Consumer;

/** The events of the current connection, which is registered for all of them as soon as it is open. */
final class LibvirtChanges implements Changes {

    private final Connections connections;

    LibvirtChanges(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Subscription subscribe(Consumer<Change> listener) {
        return connections.call(connection -> {
            // One that is its own: the same listener may subscribe twice.
            Consumer<Change> subscriber = listener::accept;
            EventHub hub = connection.hub();
            if (!hub.add(subscriber)) {
                throw new EngineException(
                        ErrorKind.UNREACHABLE, connection.engine(), "The connection was lost while subscribing");
            }
            return () -> hub.remove(subscriber);
        });
    }
}
