package dev.bulkhead.instance;

import dev.bulkhead.alert.AlertedInstances;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Lets alerts know what there is without knowing the inventory. */
@Component
class InventoryAlerts implements AlertedInstances {

    private final InstanceInventory inventory;

    InventoryAlerts(InstanceInventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public Collection<Known> all() {
        return inventory.all().stream()
                .map(item -> new Known(item.host(), item.instance(), item.stale() != null))
                .toList();
    }
}
