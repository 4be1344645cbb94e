package dev.bulkhead.common;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Which keys changed, in order, and nothing else: a bounded log that any number of readers follow at their own pace. A reader keeps
 * a position and asks for what came after it; one that lagged so far that the log has dropped entries is told so and reads everything
 * anew. So a slow reader costs nothing, and loses intermediate states only.
 *
 * <p>Safe for all threads.
 *
 * @param <K> what names a changed thing
 */
public final class ChangeLog<K> {

    private final int capacity;
    private final ArrayDeque<K> entries = new ArrayDeque<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long head;

    /** @param capacity how many changes are remembered, at least 1 */
    public ChangeLog(int capacity) {
        this.capacity = capacity;
    }

    /** Where the log ends now: what is appended later comes after it. Starts at 0 with each start of the program. */
    public synchronized long head() {
        return head;
    }

    /** Appends and wakes the listeners on this thread, after the change is readable. */
    public void append(Collection<? extends K> keys) {
        if (keys.isEmpty()) {
            return;
        }
        synchronized (this) {
            for (K key : keys) {
                entries.addLast(key);
                head++;
                if (entries.size() > capacity) {
                    entries.removeFirst();
                }
            }
        }
        listeners.forEach(Runnable::run);
    }

    /** What changed after {@code position}. */
    public synchronized Delta<K> since(long position) {
        long first = head - entries.size();
        if (position < first || position > head) {
            return new Delta<>(head, Set.of(), false);
        }
        Set<K> keys = new LinkedHashSet<>();
        long at = first;
        for (K key : entries) {
            if (at++ >= position) {
                // Re-inserted, so that a key stands where it changed last.
                keys.remove(key);
                keys.add(key);
            }
        }
        return new Delta<>(head, keys, true);
    }

    /**
     * Calls {@code listener} after each append.
     *
     * @param listener must return at once; it is called on the writer's thread
     */
    public Registration onAppend(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * @param position where to go on from
     * @param keys each changed key once, in the order of its last change; empty when not {@code complete}
     * @param complete false when the log no longer reaches back that far: read everything anew
     */
    public record Delta<K>(long position, Set<K> keys, boolean complete) {
        public boolean isEmpty() {
            return complete && keys.isEmpty();
        }
    }
}
