package dev.bulkhead.instance;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.metrics.MeteredInstances;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Lets metrics know what runs without knowing the inventory. */
@Component
class InventoryMeters implements MeteredInstances {

    private final InstanceInventory inventory;

    InventoryMeters(InstanceInventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public Map<EngineId, Set<String>> active() {
        Map<EngineId, Set<String>> active = new HashMap<>();
        for (InventoryItem item : inventory.all()) {
            if (item.instance().state().isActive()) {
                active.computeIfAbsent(item.id().engine(), engine -> new HashSet<>())
                        .add(item.id().local());
            }
        }
        return active;
    }

    @Override
    public Set<InstanceId> all() {
        return inventory.all().stream().map(InventoryItem::id).collect(Collectors.toUnmodifiableSet());
    }
}
