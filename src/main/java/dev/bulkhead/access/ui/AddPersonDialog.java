package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.bulkhead.access.AccessRefusedException;
import dev.bulkhead.access.ConfirmationRequiredException;
import dev.bulkhead.access.GrantService;
import dev.bulkhead.access.PeopleService;
import dev.bulkhead.access.Person;
import dev.bulkhead.access.Role;
import dev.bulkhead.access.Scope;
import dev.bulkhead.access.Subject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes an account, and gives it a role at once where one was chosen. */
final class AddPersonDialog extends FormDialog {

    private final PeopleService people;
    private final GrantService grants;
    private final TextField name = new TextField(text("people.name"));
    private final PasswordChoice password = new PasswordChoice();
    private final RolePicker role;
    private final Picker<Scope> places;

    AddPersonDialog(PeopleService people, GrantService grants, Directory directory) {
        super(text("people.add.heading"), text("people.add"));
        this.people = people;
        this.grants = grants;
        name.setRequiredIndicatorVisible(true);
        name.setHelperText(text("people.name.help"));
        name.setMaxLength(64);
        name.getElement().setAttribute("autocomplete", "off");
        name.focus();
        role = new RolePicker(grants, text("people.add.role"));
        role.setEmptySelectionAllowed(true);
        places = new Picker<>(text("grants.where"), directory.manageableScopes());
        places.setHelperText(text("grants.where.help"));
        places.setVisible(false);
        role.addValueChangeListener(change -> places.setVisible(change.getValue() != null));
        ask(name, password, role, places);
    }

    @Override
    protected boolean submit() {
        name.setInvalid(false);
        if (name.getValue().isBlank()) {
            return refuse(name, text("people.name.missing"));
        }
        if (role.getValue() != null && places.isEmpty()) {
            return refuse(places, text("grants.where.missing"));
        }
        if (password.decide()) {
            Person person = people.add(name.getValue(), password.password());
            finish(password.handOver(person.name()), given(person, role.getValue()));
        }
        return false;
    }

    /** The account is there by now: a role that cannot be given is not a reason to lose it. */
    private Div given(Person person, @Nullable Role chosen) {
        if (chosen == null) {
            return new Div(new Paragraph(text("people.added.nothing")));
        }
        try {
            grants.giveEach(Set.of(Subject.user(person.id())), chosen.name(), places.chosen());
            return new Div(new Paragraph(text("people.added.role", AccessWords.role(chosen.name()))));
        } catch (ConfirmationRequiredException unconfirmed) {
            Div later = new Div(new Paragraph(text("people.added.confirm")));
            ConfirmDialog.ask(() -> {
                later.removeAll();
                later.add(given(person, chosen));
            });
            return later;
        } catch (AccessRefusedException refused) {
            Paragraph why = new Paragraph(text("people.added.refused", String.valueOf(refused.getMessage())));
            why.addClassName("refusal");
            return new Div(why);
        }
    }

    @Override
    protected void refuse(AccessRefusedException refused) {
        if (refused.reason() == AccessRefusedException.Reason.DENIED) {
            super.refuse(refused);
        } else {
            refuse(name, String.valueOf(refused.getMessage()));
        }
    }
}
