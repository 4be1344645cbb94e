package dev.bulkhead.engine.fake;

import dev.bulkhead.engine.Screens;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What guests show is what a test said; it counts how often each was looked at. */
public final class FakeScreens implements Screens {

    private final FakeBackend backend;
    private final Map<String, Screenshot> shown = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> looks = new ConcurrentHashMap<>();

    FakeScreens(FakeBackend backend) {
        this.backend = backend;
    }

    @Override
    public Optional<Screenshot> screenshot(String localId) {
        looks.computeIfAbsent(localId, key -> new AtomicInteger()).incrementAndGet();
        backend.answer();
        return backend.existing(localId).state().isActive()
                ? Optional.ofNullable(shown.get(localId))
                : Optional.empty();
    }

    /** From now on the guest shows this. */
    public void show(String localId, String type, byte[] picture) {
        shown.put(localId, new Screenshot(type, picture));
    }

    /** From now on it has no screen. */
    public void hide(String localId) {
        shown.remove(localId);
    }

    /** How often that guest was asked for, answered or not. */
    public int looks(String localId) {
        return looks.getOrDefault(localId, new AtomicInteger()).get();
    }
}
