package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.access.EffectiveAccessService;
import dev.bulkhead.access.GrantChange;
import dev.bulkhead.access.GrantService;
import dev.bulkhead.access.Role;
import dev.bulkhead.access.Scope;
import dev.bulkhead.access.Subject;
import dev.bulkhead.common.ui.Notifications;
import java.util.Set;

/** Gives one role to several at several places, and says beforehand what that changes. */
final class GiveDialog extends FormDialog {

    private final GrantService grants;
    private final EffectiveAccessService effective;
    private final Names names;
    private final Picker<Subject> subjects;
    private final RolePicker role;
    private final Picker<Scope> places;
    private final Preview preview = new Preview();

    /** @param proposed whom it is for, to begin with */
    GiveDialog(GrantService grants, EffectiveAccessService effective, Directory directory, Set<Subject> proposed) {
        super(text("grants.give.heading"), text("grants.give.confirm"));
        this.grants = grants;
        this.effective = effective;
        names = directory.names();
        subjects = new Picker<>(text("grants.who"), directory.subjects());
        subjects.setHelperText(text("grants.who.help"));
        subjects.choose(proposed);
        role = new RolePicker(grants, text("grants.role"));
        places = new Picker<>(text("grants.where"), directory.manageableScopes());
        places.setHelperText(text("grants.where.help"));
        subjects.addValueChangeListener(change -> foresee());
        role.addValueChangeListener(change -> foresee());
        places.addValueChangeListener(change -> foresee());
        preview.setVisible(false);
        ask(subjects, role, places, preview);
    }

    private void foresee() {
        Role chosen = role.getValue();
        preview.setVisible(chosen != null && !subjects.isEmpty() && !places.isEmpty());
        if (chosen != null && preview.isVisible()) {
            preview.show(
                    effective.preview(new GrantChange.Give(subjects.chosen(), chosen.name(), places.chosen())), names);
        }
    }

    @Override
    protected boolean submit() {
        if (subjects.isEmpty()) {
            return refuse(subjects, text("grants.who.missing"));
        }
        Role chosen = role.getValue();
        if (chosen == null) {
            return refuse(role, text("grants.role.missing"));
        }
        if (places.isEmpty()) {
            return refuse(places, text("grants.where.missing"));
        }
        grants.giveEach(subjects.chosen(), chosen.name(), places.chosen());
        Notifications.done(text("grants.given", AccessWords.role(chosen.name())));
        return true;
    }
}
