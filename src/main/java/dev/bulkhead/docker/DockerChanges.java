package dev.bulkhead.docker;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.docker.DockerHttp.JsonStream;
import dev.bulkhead.engine.Change;
import dev.bulkhead.engine.Changes;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The engine's stream of events; each subscription has one of its own. */
final class DockerChanges implements Changes {

    private static final String FILTERS =
            DockerApi.encode("{\"type\":[\"container\",\"image\",\"volume\",\"network\"]}");

    private final EngineId engine;
    private final DockerApi api;
    private final Inspections inspections;
    private final Set<EventReader> readers = ConcurrentHashMap.newKeySet();

    DockerChanges(EngineId engine, DockerApi api, Inspections inspections) {
        this.engine = engine;
        this.api = api;
        this.inspections = inspections;
    }

    @Override
    public Subscription subscribe(Consumer<Change> listener) {
        // The engine answers a moment before it listens itself. Told since when, it looks back over that moment.
        Instant now = Instant.now();
        String since = String.format("%d.%09d", now.getEpochSecond(), now.getNano());
        JsonStream events = api.open("/events?since=" + since + "&filters=" + FILTERS);
        Consumer<Change> notingListener = change -> {
            inspections.heard(change);
            listener.accept(change);
        };
        EventReader reader = new EventReader(events, new EventTranslator(now), notingListener, this::ended);
        readers.add(reader);
        inspections.startListening();
        reader.start("docker-events-" + engine);
        return reader::close;
    }

    private void ended(EventReader reader) {
        if (readers.remove(reader)) {
            inspections.stopListening();
        }
    }

    /** Ends all subscriptions. */
    void close() {
        readers.forEach(EventReader::close);
    }
}
