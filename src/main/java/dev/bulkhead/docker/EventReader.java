package dev.bulkhead.docker;

import dev.bulkhead.docker.DockerHttp.JsonStream;
import dev.bulkhead.engine.Change;
import dev.bulkhead.engine.Change.Lost;
import dev.bulkhead.engine.EngineException;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** One subscription: a daemon thread that reads events until the stream breaks or somebody closes it. */
final class EventReader implements AutoCloseable {

    private final JsonStream events;
    private final EventTranslator translator;
    private final Consumer<Change> listener;
    private final Consumer<EventReader> whenEnded;
    /** Held while the listener is told, so that nothing is told once {@link #close()} returned. */
    private final Object telling = new Object();

    private boolean closed;

    EventReader(
            JsonStream events, EventTranslator translator, Consumer<Change> listener, Consumer<EventReader> whenEnded) {
        this.events = events;
        this.translator = translator;
        this.listener = listener;
        this.whenEnded = whenEnded;
    }

    void start(String threadName) {
        Thread.ofPlatform().daemon().name(threadName).start(this::read);
    }

    @Override
    public void close() {
        synchronized (telling) {
            closed = true;
        }
        end();
    }

    private void read() {
        String reason = "The engine ended its events";
        try {
            for (Optional<JsonNode> event = events.next(); event.isPresent(); event = events.next()) {
                translator.translate(event.get()).ifPresent(this::tell);
            }
        } catch (EngineException broken) {
            reason = String.valueOf(broken.getMessage());
        } finally {
            tell(new Lost(reason));
            end();
        }
    }

    private void tell(Change change) {
        synchronized (telling) {
            if (!closed) {
                listener.accept(change);
            }
        }
    }

    private void end() {
        events.close();
        whenEnded.accept(this);
    }
}
