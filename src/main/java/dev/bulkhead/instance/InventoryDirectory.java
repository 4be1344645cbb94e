package dev.bulkhead.instance;

import dev.bulkhead.common.InstanceId;
import dev.bulkhead.console.InstanceDirectory;
import dev.bulkhead.engine.Instance;
import java.util.Optional;
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
}
