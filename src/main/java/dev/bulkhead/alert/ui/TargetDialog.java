package dev.bulkhead.alert.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.bulkhead.alert.send.Form;
import dev.bulkhead.alert.send.MutedHours;
import dev.bulkhead.alert.send.TargetService;
import dev.bulkhead.alert.send.TargetStatus;
import dev.bulkhead.common.ui.Notifications;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Makes a target, or changes one. Its web address is asked for and never shown again. */
final class TargetDialog extends AlertForm {

    private final TargetService targets;
    private final @Nullable TargetStatus before;
    private final TextField name = new TextField(text("alerts.target.name"));
    private final Select<Form> form = new Select<>();
    private final TextField address = new TextField(text("alerts.target.address"));
    private final TextField mutedFrom = time("alerts.target.muted-from");
    private final TextField mutedUntil = time("alerts.target.muted-until");
    private final Checkbox enabled = new Checkbox(text("alerts.target.enabled"));

    /** @param before the one to change; null for a new one */
    TargetDialog(TargetService targets, @Nullable TargetStatus before) {
        super(
                before == null
                        ? text("alerts.targets.add.heading")
                        : text("alerts.targets.change.heading", before.name()),
                text(before == null ? "alerts.targets.add" : "save"));
        this.targets = targets;
        this.before = before;
        name.setMaxLength(100);
        name.setRequiredIndicatorVisible(true);
        form.setLabel(text("alerts.target.form"));
        form.setItems(Form.values());
        form.setItemLabelGenerator(choice -> text("alerts.form." + AlertWords.key(choice)));
        address.setMaxLength(2000);
        form.addValueChangeListener(change -> {
            String key = "alerts.target.address.help." + (change.getValue().isWeb() ? "web" : "email");
            address.setHelperText(text(keeps() ? "alerts.target.address.help.keep" : key));
        });
        enabled.setValue(before == null || before.enabled());
        form.setValue(before == null ? Form.EMAIL : before.form());
        if (before != null) {
            name.setValue(before.name());
            address.setPlaceholder(before.address());
            MutedHours muted = before.muted();
            if (muted != null) {
                mutedFrom.setValue(muted.from().toString());
                mutedUntil.setValue(muted.until().toString());
            }
        }
        ask(name, form, address, mutedFrom, mutedUntil, enabled);
    }

    private static TextField time(String key) {
        TextField field = new TextField(text(key));
        field.setPlaceholder("22:00");
        field.setMaxLength(5);
        return field;
    }

    private static @Nullable LocalTime time(TextField field) {
        return field.getValue().isBlank()
                ? null
                : LocalTime.parse(field.getValue().strip());
    }

    /** Whether an address that is left empty stays. */
    private boolean keeps() {
        return before != null && before.form() == form.getValue();
    }

    @Override
    protected String submit() {
        LocalTime from;
        LocalTime until;
        try {
            from = time(mutedFrom);
            until = time(mutedUntil);
        } catch (DateTimeParseException unreadable) {
            return text("alerts.target.muted.unreadable");
        }
        if (address.getValue().isBlank() && !keeps()) {
            return text("alerts.target.address.missing");
        }
        TargetService.Wanted wanted = new TargetService.Wanted(
                name.getValue(), form.getValue(), address.getValue(), enabled.getValue(), from, until);
        TargetStatus saved = before == null ? targets.add(wanted) : targets.change(before.id(), wanted);
        Notifications.done(text("alerts.targets.saved", saved.name()));
        return "";
    }
}
