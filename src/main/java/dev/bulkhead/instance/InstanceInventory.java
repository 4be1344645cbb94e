package dev.bulkhead.instance;

import dev.bulkhead.common.ChangeLog;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Instance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * All instances of all engines. Only an engine's report changes it. Each engine's part is written by its one {@link EngineSync};
 * reading is free for all.
 */
@Component
class InstanceInventory {

    private final Map<InstanceId, InventoryItem> items = new ConcurrentHashMap<>();
    private final ChangeLog<InstanceId> changes = new ChangeLog<>(20_000);

    Optional<InventoryItem> find(InstanceId id) {
        return Optional.ofNullable(items.get(id));
    }

    Collection<InventoryItem> all() {
        return items.values();
    }

    ChangeLog<InstanceId> changes() {
        return changes;
    }

    /** What a new list brought and took away. */
    record Replacement(List<InstanceId> added, List<InstanceId> removed) {}

    /** Puts the whole of an engine's list in the place of what was known of it. */
    Replacement replace(HostId host, EngineId engine, List<Instance> reported) {
        Set<InstanceId> present = new HashSet<>();
        List<InstanceId> added = new ArrayList<>();
        List<InstanceId> removed = new ArrayList<>();
        List<InstanceId> changed = new ArrayList<>();
        for (Instance instance : reported) {
            present.add(instance.id());
            InventoryItem before = items.get(instance.id());
            if (before == null) {
                added.add(instance.id());
            }
            if (store(host, instance, before)) {
                changed.add(instance.id());
            }
        }
        for (InstanceId id : items.keySet()) {
            if (id.engine().equals(engine) && !present.contains(id)) {
                items.remove(id);
                removed.add(id);
            }
        }
        changed.addAll(removed);
        changes.append(changed);
        return new Replacement(added, removed);
    }

    /** Puts one record in its place; tells readers even when it is equal, since an event led to it. */
    void put(HostId host, Instance instance) {
        store(host, instance, items.get(instance.id()));
        changes.append(List.of(instance.id()));
    }

    private boolean store(HostId host, Instance instance, @Nullable InventoryItem before) {
        if (before != null && before.stale() == null && before.instance().equals(instance)) {
            return false;
        }
        items.put(instance.id(), new InventoryItem(host, instance, null));
        return true;
    }

    void remove(InstanceId id) {
        if (items.remove(id) != null) {
            changes.append(List.of(id));
        }
    }

    /** Marks all that is known of an engine as no longer confirmed. What is marked already keeps its date. */
    void markStale(EngineId engine, Instant since, String reason) {
        List<InstanceId> marked = new ArrayList<>();
        for (InventoryItem item : items.values()) {
            if (item.id().engine().equals(engine) && mark(item, since, reason)) {
                marked.add(item.id());
            }
        }
        changes.append(marked);
    }

    void markStale(InstanceId id, Instant since, String reason) {
        InventoryItem item = items.get(id);
        if (item != null && mark(item, since, reason)) {
            changes.append(List.of(id));
        }
    }

    private boolean mark(InventoryItem item, Instant since, String reason) {
        if (item.stale() != null) {
            return false;
        }
        items.put(item.id(), new InventoryItem(item.host(), item.instance(), new InventoryItem.Stale(since, reason)));
        return true;
    }
}
