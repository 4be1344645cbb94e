package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.textfield.TextField;
import dev.bulkhead.access.AccessRefusedException;
import dev.bulkhead.access.AccessRefusedException.Reason;
import dev.bulkhead.access.Project;
import dev.bulkhead.access.ProjectService;
import dev.bulkhead.access.QuotaService;
import dev.bulkhead.access.quota.Amounts;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.ui.Notifications;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a project of instances, or changes its name and what is in it. */
final class ProjectDialog extends FormDialog {

    private final ProjectService projects;
    private final QuotaService quotas;
    private final @Nullable Project project;
    private final Set<InstanceId> before;
    private final TextField name = new TextField(text("projects.name"));
    private final Picker<InstanceId> instances;
    private final LimitsForm limits = new LimitsForm();

    /**
     * @param project the one to change; null for a new one
     * @param before what is in it
     * @param mayRename whether its name and its limits are the reader's to choose
     */
    ProjectDialog(
            ProjectService projects,
            QuotaService quotas,
            List<Choice<InstanceId>> choices,
            @Nullable Project project,
            Set<InstanceId> before,
            boolean mayRename) {
        super(
                project == null ? text("projects.add.heading") : text("projects.change.heading", project.name()),
                text(project == null ? "projects.add" : "save"));
        this.projects = projects;
        this.quotas = quotas;
        this.project = project;
        this.before = before;
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(64);
        name.setValue(project == null ? "" : project.name());
        name.setReadOnly(!mayRename);
        name.focus();
        instances = new Picker<>(text("projects.instances"), choices);
        instances.setHelperText(text("projects.instances.help"));
        instances.choose(before);
        limits.setVisible(mayRename);
        if (project != null) {
            limits.show(project, quotas.held(project.id()).orElse(Amounts.NOTHING));
        }
        ask(name, instances, limits);
    }

    @Override
    protected boolean submit() {
        name.setInvalid(false);
        if (!limits.isValid()) {
            return false;
        }
        Set<InstanceId> chosen = instances.chosen();
        if (project == null) {
            limit(projects.add(name.getValue(), chosen));
        } else {
            // First, so that what a raised limit makes room for fits.
            limit(project);
            projects.change(project.id(), name.getValue(), without(chosen, before), without(before, chosen));
        }
        Notifications.done(text("projects.saved", name.getValue().strip()));
        return true;
    }

    private void limit(Project limited) {
        boolean same = limits.quota().equals(limited.quota()) && Objects.equals(limits.lease(), limited.lease());
        if (limits.isVisible() && !same) {
            quotas.set(limited.id(), limits.quota(), limits.lease());
        }
    }

    @Override
    protected void refuse(AccessRefusedException refused) {
        if (refused.reason() == Reason.INVALID || refused.reason() == Reason.CONFLICT) {
            refuse(name, String.valueOf(refused.getMessage()));
        } else {
            super.refuse(refused);
        }
    }

    private static Set<InstanceId> without(Set<InstanceId> all, Set<InstanceId> some) {
        Set<InstanceId> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
