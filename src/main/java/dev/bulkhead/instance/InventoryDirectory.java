package dev.bulkhead.instance;

import dev.bulkhead.common.ChangeLog;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.Registration;
import dev.bulkhead.console.InstanceDirectory;
import dev.bulkhead.engine.Instance;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Lets consoles look up instances without knowing the inventory. */
@Component
class InventoryDirectory implements InstanceDirectory {

    private final InstanceInventory inventory;

    InventoryDirectory(InstanceInventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public Optional<Instance> find(InstanceId id) {
        return inventory.find(id).map(InventoryItem::instance);
    }

    @Override
    public Registration onChange(InstanceId id, Runnable listener) {
        AtomicLong position = new AtomicLong(inventory.changes().head());
        return inventory.changes().onAppend(() -> {
            ChangeLog.Delta<InstanceId> delta = inventory.changes().since(position.get());
            position.set(delta.position());
            if (!delta.complete() || delta.keys().contains(id)) {
                listener.run();
            }
        });
    }
}
