package dev.bulkhead.instance;

import dev.bulkhead.access.Origin;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.instance.lease.LeasedInstances;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets leases look at the inventory and end what is in it as anybody would. */
@Component
class InventoryLeases implements LeasedInstances {

    private final InstanceInventory inventory;
    private final InstanceActions actions;

    InventoryLeases(InstanceInventory inventory, InstanceActions actions) {
        this.inventory = inventory;
        this.actions = actions;
    }

    @Override
    public Collection<Instance> all() {
        return inventory.all().stream().map(InventoryItem::instance).toList();
    }

    @Override
    public Optional<Instance> find(InstanceId id) {
        return inventory.find(id).map(InventoryItem::instance);
    }

    @Override
    public void perform(InstanceId id, Action action, Origin origin) {
        actions.perform(id, action, origin);
    }
}
