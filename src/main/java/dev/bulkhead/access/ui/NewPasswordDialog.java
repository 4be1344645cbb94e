package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.access.PeopleService;
import dev.bulkhead.access.Person;

/** Gives somebody else another password, as when they forgot theirs. */
final class NewPasswordDialog extends FormDialog {

    private final PeopleService people;
    private final Person person;
    private final PasswordChoice password = new PasswordChoice();

    NewPasswordDialog(PeopleService people, Person person) {
        super(text("people.password.heading", person.name()), text("people.password.confirm"));
        this.people = people;
        this.person = person;
        ask(password);
    }

    @Override
    protected boolean submit() {
        if (password.decide()) {
            people.setPassword(person.id(), password.password());
            finish(password.handOver(person.name()));
        }
        return false;
    }
}
