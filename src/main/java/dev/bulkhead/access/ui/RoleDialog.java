package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.textfield.TextField;
import dev.bulkhead.access.AccessRefusedException;
import dev.bulkhead.access.AccessRefusedException.Reason;
import dev.bulkhead.access.GrantService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Role;
import dev.bulkhead.common.ui.Notifications;
import java.util.Arrays;
import java.util.List;

/** Makes a role of one's own out of permissions. What a viewer may is always in it. */
final class RoleDialog extends FormDialog {

    private final GrantService grants;
    private final TextField name = new TextField(text("roles.name"));
    private final CheckboxGroup<Permission> permissions = new CheckboxGroup<>(text("roles.allows"));

    RoleDialog(GrantService grants) {
        super(text("roles.add.heading"), text("roles.add"));
        this.grants = grants;
        name.setRequiredIndicatorVisible(true);
        name.setHelperText(text("roles.name.help"));
        name.setMaxLength(40);
        name.focus();
        permissions.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        permissions.setItems(choices());
        permissions.setItemLabelGenerator(AccessWords::permission);
        permissions.setValue(Role.VIEWER.permissions());
        permissions.setItemEnabledProvider(
                permission -> !Role.VIEWER.permissions().contains(permission));
        ask(name, permissions);
    }

    /** What equals root on the host is given by a role of its own only, and to enter needs none. */
    private static List<Permission> choices() {
        return Arrays.stream(Permission.values())
                .filter(permission -> permission != Permission.ENTER && permission != Permission.HOST_LEVEL)
                .toList();
    }

    @Override
    protected boolean submit() {
        name.setInvalid(false);
        grants.addRole(name.getValue(), permissions.getValue());
        Notifications.done(text("roles.saved", name.getValue().strip()));
        return true;
    }

    @Override
    protected void refuse(AccessRefusedException refused) {
        if (refused.reason() == Reason.DENIED) {
            super.refuse(refused);
        } else {
            refuse(name, String.valueOf(refused.getMessage()));
        }
    }
}
