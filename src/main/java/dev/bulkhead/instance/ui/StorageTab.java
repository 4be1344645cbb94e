package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.bulkhead.common.ui.Panel;
import dev.bulkhead.common.ui.SmallTable;
import dev.bulkhead.common.ui.Units;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceDetails.ApplicationContainer;

/** Disks, and for application containers what is mounted into them. */
final class StorageTab extends Div {

    StorageTab(Instance instance) {
        addClassName("column");
        if (!instance.disks().isEmpty()) {
            add(new Panel(text("storage.disks"), disks(instance)));
        }
        if (instance.details() instanceof ApplicationContainer container
                && !container.mounts().isEmpty()) {
            add(new Panel(text("storage.mounts"), mounts(container)));
        }
        if (getComponentCount() == 0) {
            Paragraph none = new Paragraph(text("storage.none"));
            none.addClassName("muted");
            add(none);
        }
    }

    private static SmallTable disks(Instance instance) {
        return new SmallTable(
                        text("disk.device"),
                        text("disk.type"),
                        text("disk.source"),
                        text("disk.capacity"),
                        text("disk.allocated"),
                        "")
                .rows(
                        instance.disks(),
                        (table, disk) -> table.row(
                                SmallTable.words(disk.device()),
                                SmallTable.muted(disk.type()),
                                SmallTable.code(disk.source()),
                                SmallTable.number(Units.bytes(disk.capacity())),
                                SmallTable.number(Units.bytes(disk.allocated())),
                                SmallTable.muted(disk.readOnly() ? text("disk.read-only") : " ")));
    }

    private static SmallTable mounts(ApplicationContainer container) {
        return new SmallTable(text("mount.target"), text("mount.type"), text("mount.source"), "")
                .rows(
                        container.mounts(),
                        (table, mount) -> table.row(
                                SmallTable.code(mount.target()),
                                SmallTable.muted(mount.type()),
                                SmallTable.code(mount.source()),
                                SmallTable.muted(mount.writable() ? " " : text("disk.read-only"))));
    }
}
