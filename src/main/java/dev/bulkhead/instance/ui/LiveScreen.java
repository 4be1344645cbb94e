package dev.bulkhead.instance.ui;

import dev.bulkhead.console.ui.Thumbnails;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceDetails.VirtualMachine;
import dev.bulkhead.instance.InventoryItem;

/** Which instances have a screen to be shown small, and how. */
final class LiveScreen {

    private LiveScreen() {}

    static boolean isOf(InventoryItem item) {
        Instance instance = item.instance();
        return instance.state().isActive()
                && instance.details() instanceof VirtualMachine machine
                && !machine.graphics().isEmpty();
    }

    static Thumbnails.Shown of(InventoryItem item, Rows rows) {
        return new Thumbnails.Shown(
                item.id(),
                rows.name(item),
                rows.state(item),
                rows.tone(item),
                "instances/" + item.id() + "?tab=console");
    }
}
