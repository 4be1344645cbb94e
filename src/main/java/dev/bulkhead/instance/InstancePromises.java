package dev.bulkhead.instance;

import dev.bulkhead.access.quota.Amounts;
import dev.bulkhead.access.quota.Measure;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.host.Promises;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts what instances were promised by their limits. Counted once for each change of the inventory, however often it is asked. */
@Component
class InstancePromises implements Promises {

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
        return known.byEngine().getOrDefault(engine, Promised.NOTHING);
    }

    private Map<EngineId, Promised> count() {
        Map<EngineId, Promised> sums = new HashMap<>();
        for (InventoryItem item : inventory.all()) {
            sums.merge(item.id().engine(), promisedTo(item.instance()), Promised::plus);
        }
        return sums;
    }

    /** By the same measure as quotas, so that hosts and projects add up to the same. */
    private static Promised promisedTo(Instance instance) {
        Amounts amounts = InventorySizes.of(instance);
        return new Promised(
                amounts.of(Measure.CPUS) / 1000.0,
                amounts.of(Measure.MEMORY),
                amounts.unlimited().contains(Measure.CPUS) ? 1 : 0,
                amounts.unlimited().contains(Measure.MEMORY) ? 1 : 0);
    }
}
