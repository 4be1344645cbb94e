package dev.bulkhead.alert;

import dev.bulkhead.host.EngineHealth;
import dev.bulkhead.host.EngineStatus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An engine. */
record SeenEngine(EngineStatus engine) implements Seen {

    @Override
    public Subject subject() {
        return new Subject(
                Signal.Kind.ENGINE, engine.id().value(), engine.host(), engine.product() + " on " + engine.host());
    }

    @Override
    public boolean isIn(Place place) {
        return place.level() == Place.Level.ALL
                || (place.level() == Place.Level.HOST && engine.host().value().equals(place.id()));
    }

    /** Before its first answer nothing is known of it. */
    @Override
    public @Nullable Reading read(Signal signal) {
        return signal != Signal.ENGINE_DOWN || engine.health() == EngineHealth.CONNECTING
                ? null
                : Reading.of(!engine.isUp(), Objects.requireNonNullElse(engine.fault(), ""));
    }
}
