package dev.bulkhead.instance;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Change;
import dev.bulkhead.host.EngineHandle;
import dev.bulkhead.host.EngineListener;
import dev.bulkhead.host.EngineStatus;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Hears what engines tell and hands it to the one that keeps that engine's part of the inventory. Returns at once. */
@Component
class InventoryFeed implements EngineListener {

    private final InstanceInventory inventory;
    private final InstanceEvents events;
    private final Map<EngineId, EngineSync> syncs = new ConcurrentHashMap<>();

    InventoryFeed(InstanceInventory inventory, InstanceEvents events) {
        this.inventory = inventory;
        this.events = events;
    }

    private EngineSync sync(EngineHandle engine) {
        return syncs.computeIfAbsent(engine.id(), id -> new EngineSync(engine, inventory, events));
    }

    @Override
    public void engineUp(EngineHandle engine) {
        sync(engine).engineUp();
    }

    @Override
    public void engineLost(EngineHandle engine, EngineStatus status) {
        sync(engine).engineLost(status.since(), String.valueOf(status.fault()));
    }

    @Override
    public void changed(EngineHandle engine, Change change) {
        switch (change) {
            case Change.InstanceChanged named -> {
                if (!named.what().isEmpty()) {
                    events.add(
                            new InstanceId(engine.id(), named.localId()), new InstanceEvent(named.at(), named.what()));
                }
                sync(engine).readSoon(named.localId());
            }
            case Change.AllChanged all -> sync(engine).listSoon();
            case Change.ResourcesChanged resources -> {
                // Pools and networks are read with the host's capacity, at its own pace.
            }
            case Change.Lost lost -> throw new IllegalArgumentException("the supervisor keeps this to itself");
        }
    }

    /** After an action: reads again even where the engine sends no events. */
    void readSoon(InstanceId id) {
        EngineSync sync = syncs.get(id.engine());
        if (sync != null) {
            sync.readSoon(id.local());
        }
    }
}
