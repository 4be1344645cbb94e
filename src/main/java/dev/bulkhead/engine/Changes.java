package dev.bulkhead.engine;

import java.util.function.Consumer;

/** The engine's events. */
public interface Changes {

    /**
     * Tells {@code listener} of changes from now on, until the subscription is closed or {@link Change.Lost} was told, which is always
     * the last. Returns when the engine has taken the subscription, so that a list read afterwards misses nothing.
     *
     * @param listener called on the adapter's thread, in the engine's order; it must not block, call the engine or throw
     * @throws EngineException when the engine cannot be reached
     */
    Subscription subscribe(Consumer<Change> listener);

    /** Ends a subscription; twice does no harm. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
