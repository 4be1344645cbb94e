package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.select.Select;
import dev.bulkhead.access.GrantService;
import dev.bulkhead.access.Role;

/** Chooses a role, and says in words what the chosen one allows. */
final class RolePicker extends Select<Role> {

    RolePicker(GrantService grants, String label) {
        setLabel(label);
        setItems(grants.roles());
        setItemLabelGenerator(role -> role == null ? text("access.role.none") : AccessWords.role(role.name()));
        setEmptySelectionCaption(text("access.role.none"));
        setHelperText(text("access.role.help"));
        addValueChangeListener(change -> setHelperText(
                change.getValue() == null
                        ? text("access.role.help")
                        : text(
                                "access.role.allows",
                                AccessWords.permissions(change.getValue().permissions()))));
    }
}
