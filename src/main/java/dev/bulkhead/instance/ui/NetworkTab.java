package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.bulkhead.common.ui.Panel;
import dev.bulkhead.common.ui.SmallTable;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceDetails.ApplicationContainer;

/** Interfaces with their addresses, and for application containers the ports. */
final class NetworkTab extends Div {

    NetworkTab(Instance instance) {
        addClassName("column");
        if (!instance.nics().isEmpty()) {
            add(new Panel(text("network.interfaces"), interfaces(instance)));
        }
        if (instance.details() instanceof ApplicationContainer container
                && !container.ports().isEmpty()) {
            add(new Panel(
                    text("network.ports"),
                    new SmallTable().rows(container.ports(), (table, port) -> table.row(SmallTable.code(port)))));
        }
        if (getComponentCount() == 0) {
            Paragraph none = new Paragraph(text("network.none"));
            none.addClassName("muted");
            add(none);
        }
    }

    private static SmallTable interfaces(Instance instance) {
        return new SmallTable(
                        text("nic.name"),
                        text("nic.network"),
                        text("nic.model"),
                        text("nic.mac"),
                        text("nic.addresses"))
                .rows(
                        instance.nics(),
                        (table, nic) -> table.row(
                                SmallTable.words(nic.name()),
                                SmallTable.words(nic.network()),
                                SmallTable.muted(nic.model()),
                                SmallTable.code(nic.mac()),
                                SmallTable.code(String.join(
                                        ", ", nic.addresses().stream().limit(20).toList()))));
    }
}
