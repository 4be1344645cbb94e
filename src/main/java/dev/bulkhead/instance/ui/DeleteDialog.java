package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.engine.Action;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.instance.InventoryItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks before instances are deleted: names each, asks whether its disks go too, and says so when one of them was deleted by somebody
 * else while the reader was thinking. Acts on ids, so a namesake made in the meantime is safe.
 */
final class DeleteDialog extends Dialog {

    private final InstanceService instances;
    private final ActionRequests requests;
    private final Map<InstanceId, InventoryItem> victims = new LinkedHashMap<>();
    private final UnorderedList list = new UnorderedList();
    private final Checkbox disksToo = new Checkbox(text("delete.disks"));
    private final Paragraph consequence = new Paragraph();
    private final Button confirm = new Button(text("verb.delete"), click -> delete());

    DeleteDialog(InstanceService instances, ActionRequests requests, List<InventoryItem> victims) {
        this.instances = instances;
        this.requests = requests;
        victims.forEach(item -> this.victims.put(item.id(), item));
        setHeaderTitle(
                victims.size() == 1
                        ? text(
                                "delete.heading-one",
                                cut(victims.getFirst().instance().name(), 80))
                        : text("delete.heading", victims.size()));
        setWidth("480px");
        list.addClassName("victims");
        disksToo.setVisible(victims.stream().anyMatch(DeleteDialog::hasDisks));
        disksToo.addValueChangeListener(change -> explain());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        Button cancel = new Button(text("cancel"), click -> close());
        add(list, disksToo, consequence);
        getFooter().add(cancel, confirm);
        LiveBinding.bind(list, instances::onChange, this::refresh);
        refresh();
        explain();
    }

    private static boolean hasDisks(InventoryItem item) {
        return item.instance().actions().contains(Action.DELETE_WITH_DISKS);
    }

    private void explain() {
        consequence.setText(text(disksToo.getValue() ? "delete.with-disks" : "delete.without-disks"));
    }

    private void refresh() {
        list.removeAll();
        victims.values().forEach(item -> list.add(line(item)));
        boolean nothingLeft = present().isEmpty();
        confirm.setEnabled(!nothingLeft);
        if (nothingLeft) {
            consequence.setText(text("delete.all-gone"));
        }
    }

    private ListItem line(InventoryItem item) {
        Span name = new Span(cut(item.instance().name(), 120));
        name.addClassName("name");
        ListItem line = new ListItem(Words.icon(item.instance().kind()).create(), name);
        if (instances.find(item.id()).isEmpty()) {
            line.addClassName("gone");
            Span gone = new Span(text("delete.gone"));
            gone.addClassName("muted");
            line.add(gone);
        }
        return line;
    }

    private List<InventoryItem> present() {
        return victims.keySet().stream()
                .flatMap(id -> instances.find(id).stream())
                .toList();
    }

    private void delete() {
        List<InventoryItem> present = present();
        List<InstanceId> withDisks = present.stream()
                .filter(item -> disksToo.getValue() && hasDisks(item))
                .map(InventoryItem::id)
                .toList();
        List<InstanceId> alone = present.stream()
                .map(InventoryItem::id)
                .filter(id -> !withDisks.contains(id))
                .toList();
        close();
        if (!withDisks.isEmpty()) {
            requests.perform(withDisks, Action.DELETE_WITH_DISKS);
        }
        if (!alone.isEmpty()) {
            requests.perform(alone, Action.DELETE);
        }
    }
}
