package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.textfield.TextField;
import dev.bulkhead.access.AccessRefusedException;
import dev.bulkhead.access.AccessRefusedException.Reason;
import dev.bulkhead.access.Group;
import dev.bulkhead.access.GroupService;
import dev.bulkhead.access.PeopleService;
import dev.bulkhead.common.ui.Notifications;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a group, or says who is in one. */
final class GroupDialog extends FormDialog {

    private final GroupService groups;
    private final TextField name = new TextField(text("groups.name"));
    private final Picker<UUID> members;
    private @Nullable Group group;

    /** @param group whose members to change; null for a new one */
    GroupDialog(GroupService groups, PeopleService people, @Nullable Group group) {
        super(
                group == null ? text("groups.add.heading") : text("groups.members.heading", group.name()),
                text(group == null ? "groups.add" : "save"));
        this.groups = groups;
        this.group = group;
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(64);
        members = new Picker<>(
                text("groups.members"),
                people.list().stream()
                        .map(person -> new Choice<>(person.id(), person.name()))
                        .toList());
        if (group == null) {
            ask(name);
            name.focus();
        } else {
            members.choose(group.members());
        }
        ask(members);
    }

    @Override
    protected boolean submit() {
        name.setInvalid(false);
        // Made by an attempt before whose members were refused, it is not made twice.
        if (group == null) {
            group = groups.add(name.getValue());
            name.setReadOnly(true);
        }
        groups.setMembers(group.id(), members.chosen());
        Notifications.done(text("groups.saved", group.name()));
        return true;
    }

    @Override
    protected void refuse(AccessRefusedException refused) {
        if (group == null && refused.reason() != Reason.DENIED) {
            refuse(name, String.valueOf(refused.getMessage()));
        } else {
            super.refuse(refused);
        }
    }
}
