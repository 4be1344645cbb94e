package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.select.Select;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Project;
import dev.bulkhead.access.ProjectService;
import dev.bulkhead.access.Scope;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.ui.Notifications;
import java.util.Collection;
import java.util.Set;

/** Puts instances into another project, all of them or none. */
final class MoveDialog extends FormDialog {

    private final ProjectService projects;
    private final Set<InstanceId> instances;
    private final String what;
    private final Select<Project> project = new Select<>();

    /** @param what they are called together */
    MoveDialog(ProjectService projects, AccessService access, Collection<InstanceId> instances, String what) {
        super(text("move.heading", what), text("move"));
        this.projects = projects;
        this.instances = Set.copyOf(instances);
        this.what = what;
        project.setLabel(text("move.project"));
        project.setHelperText(text("move.help"));
        project.setItemLabelGenerator(Project::name);
        project.setItems(projects.list().stream()
                .filter(choice -> access.allows(Permission.ACCESS_MANAGE, new Scope.InProject(choice.id())))
                .filter(choice ->
                        !projects.contents(this.instances).containsKey(choice.id()) || this.instances.size() > 1)
                .toList());
        project.setWidthFull();
        project.focus();
        ask(project);
    }

    @Override
    protected boolean submit() {
        project.setInvalid(false);
        Project chosen = project.getValue();
        if (chosen == null) {
            return refuse(project, text("move.none"));
        }
        projects.put(instances, chosen.id());
        Notifications.done(text("move.done", what, chosen.name()));
        return true;
    }
}
