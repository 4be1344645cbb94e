package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.ui.Notifications;
import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.instance.BulkOutcome;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.instance.InventoryItem;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * From a click to an operation: asks twice where something would be lost, and says so where the request was refused. What an accepted
 * one does is seen in the row and among the tasks.
 */
@Component
class ActionRequests {

    private final InstanceService instances;
    private final AccessService access;

    ActionRequests(InstanceService instances, AccessService access) {
        this.instances = instances;
        this.access = access;
    }

    /** Whether the signed-in user may do that to anything at all. */
    boolean allows(Action action) {
        return access.allows(InstanceService.permission(action));
    }

    /** What the user may ask of {@code item} now; {@link Action#DELETE_WITH_DISKS} is a choice within deleting, not one of its own. */
    Set<Action> offered(InventoryItem item) {
        return item.instance().actions().stream()
                .map(action -> action == Action.DELETE_WITH_DISKS ? Action.DELETE : action)
                .filter(action -> access.allows(InstanceService.permission(action), item.id()))
                .collect(Collectors.toSet());
    }

    /** Does {@code action} to those of {@code targets} that allow it. */
    void request(List<InventoryItem> targets, Action action) {
        List<InventoryItem> able =
                targets.stream().filter(item -> offered(item).contains(action)).toList();
        if (able.isEmpty()) {
            Notifications.failed(text("action.not-now", Words.action(action)));
        } else if (action.isIrreversible()) {
            new DeleteDialog(instances, this, able).open();
        } else if (action.mayLoseData()) {
            confirm(able, action);
        } else {
            perform(ids(able), action);
        }
    }

    /** As {@link #request}, for one instance as it is at this moment. */
    void requestById(InstanceId id, Action action) {
        instances
                .find(id)
                .ifPresentOrElse(
                        item -> request(List.of(item), action), () -> Notifications.failed(text("error.not-found")));
    }

    private void confirm(List<InventoryItem> targets, Action action) {
        String what = targets.size() == 1
                ? cut(targets.getFirst().instance().name(), 80)
                : text("instances.count", targets.size());
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(text("act.heading", Words.action(action), what));
        dialog.setText(text("confirm." + Words.key(action)));
        dialog.setConfirmText(Words.action(action));
        dialog.setConfirmButtonTheme("primary error");
        dialog.setCancelable(true);
        dialog.setCancelText(text("cancel"));
        dialog.addConfirmListener(confirmed -> perform(ids(targets), action));
        dialog.open();
    }

    private static List<InstanceId> ids(List<InventoryItem> items) {
        return items.stream().map(InventoryItem::id).toList();
    }

    void perform(List<InstanceId> targets, Action action) {
        if (targets.size() == 1) {
            performOne(targets.getFirst(), action);
            return;
        }
        BulkOutcome outcome = instances.performAll(targets, action);
        if (outcome.refused().isEmpty()) {
            Notifications.done(text(
                    "bulk.accepted", Words.action(action), outcome.accepted().size()));
        } else {
            Notifications.failed(
                    text(
                            "bulk.refused",
                            Words.action(action),
                            outcome.accepted().size(),
                            outcome.refused().size()),
                    outcome.refused().entrySet().stream()
                            .limit(20)
                            .map(refusal -> name(refusal.getKey()) + ": " + refusal.getValue())
                            .collect(Collectors.joining("\n")));
        }
    }

    private void performOne(InstanceId target, Action action) {
        try {
            instances.perform(target, action);
        } catch (EngineException refused) {
            Notifications.failed(
                    text(
                            "action.refused",
                            Words.action(action),
                            name(target),
                            text(refused.kind().messageKey())),
                    refused.getMessage());
        }
    }

    private String name(InstanceId id) {
        return cut(instances.find(id).map(item -> item.instance().name()).orElseGet(id::toString), 80);
    }
}
