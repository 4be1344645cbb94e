package dev.bulkhead.lxd;

import dev.bulkhead.engine.Change;
import dev.bulkhead.engine.Changes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Events of the server over its WebSocket. A server older than LXD 4.18 tells only those of the default project; what happens in
 * others shows with the next list.
 */
final class LxdChanges implements Changes, AutoCloseable {

    private static final String EVENTS = "/1.0/events?type=lifecycle&all-projects=true";

    private final LxdClient client;
    private final EventTranslator translator;
    private final Set<EventSocket> open = ConcurrentHashMap.newKeySet();

    LxdChanges(LxdServer server, NameIndex index) {
        this.client = server.client();
        this.translator = new EventTranslator(index, server::instance);
    }

    @Override
    public Subscription subscribe(Consumer<Change> listener) {
        EventSocket socket = new EventSocket(translator, new Told(listener), client.scheduler(), open::remove);
        open.add(socket);
        try {
            client.open(EVENTS, socket);
            socket.awaitListening(client.errors());
        } catch (RuntimeException failure) {
            socket.close();
            throw failure;
        }
        return socket;
    }

    /** Ends all subscriptions. */
    @Override
    public void close() {
        open.forEach(EventSocket::close);
    }
}
