package dev.bulkhead.host;

import dev.bulkhead.engine.Change;

/**
 * What the inventory hears of an engine. Called from the engine's own supervisor or event thread; must return at once.
 */
public interface EngineListener {

    /** The engine answers, for the first time or again, and its events are subscribed to: list all of it now. */
    void engineUp(EngineHandle engine);

    /** It does not answer any more: what is known of it may not be true. */
    void engineLost(EngineHandle engine, EngineStatus status);

    /** Something changed. {@link Change.Lost} is not passed on: {@link #engineLost} follows if it is true. */
    void changed(EngineHandle engine, Change change);
}
