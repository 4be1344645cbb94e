package dev.bulkhead.instance;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.host.Promises;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts what instances were promised by their limits. Counted once for each change of the inventory, however often it is asked. */
@Component
class InstancePromises implements Promises {

    private static final Promised NOTHING = new Promised(0, 0);

    private final InstanceInventory inventory;
    private volatile Counted counted = new Counted(-1, Map.of());

    InstancePromises(InstanceInventory inventory) {
        this.inventory = inventory;
    }

    private record Counted(long position, Map<EngineId, Promised> byEngine) {}

    @Override
    public Promised of(EngineId engine) {
        Counted known = counted;
        long position = inventory.changes().head();
        if (known.position() != position) {
            known = new Counted(position, count());
            counted = known;
        }
        return known.byEngine().getOrDefault(engine, NOTHING);
    }

    private Map<EngineId, Promised> count() {
        Map<EngineId, Promised> sums = new HashMap<>();
        for (InventoryItem item : inventory.all()) {
            sums.merge(item.id().engine(), promisedTo(item.instance()), Promised::plus);
        }
        return sums;
    }

    private static Promised promisedTo(Instance instance) {
        return new Promised(
                instance.cpus() == null ? 0 : instance.cpus(),
                instance.memory() == null ? 0 : instance.memory().bytes());
    }
}
