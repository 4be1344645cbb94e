package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.ProjectService;
import dev.bulkhead.access.Scope;
import dev.bulkhead.common.InstanceId;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Offers, wherever instances are shown, to put them into another project. */
@Component
public class ProjectMove {

    private static final int LONGEST_NAME = 80;

    private final ProjectService projects;
    private final AccessService access;

    ProjectMove(ProjectService projects, AccessService access) {
        this.projects = projects;
        this.access = access;
    }

    /** Whether the signed-in user could take the instance out of the project that it is in. */
    public boolean isAllowed(InstanceId instance) {
        return access.allows(Permission.ACCESS_MANAGE, new Scope.OnInstance(instance))
                && access.allows(
                        Permission.ACCESS_MANAGE,
                        new Scope.InProject(projects.of(instance).id()));
    }

    /** Whether there is any for which it is allowed. */
    public boolean isAllowedForAny(Collection<InstanceId> instances) {
        return access.allows(Permission.ACCESS_MANAGE) && instances.stream().anyMatch(this::isAllowed);
    }

    /** Asks for the project. @param names what each instance is called */
    public void ask(Map<InstanceId, String> names) {
        String what = names.size() == 1
                ? cut(names.values().iterator().next(), LONGEST_NAME)
                : text("instances.count", names.size());
        new MoveDialog(projects, access, names.keySet(), what).open();
    }
}
