package dev.bulkhead.access.ui;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Project;
import dev.bulkhead.access.ProjectService;
import dev.bulkhead.access.Scope;
import dev.bulkhead.access.SharingService;
import dev.bulkhead.common.AssetId;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Offers, wherever pools, networks and images are shown, to give them to projects. */
@Component
public class ProjectSharing {

    private final SharingService sharing;
    private final ProjectService projects;
    private final AccessService access;

    ProjectSharing(SharingService sharing, ProjectService projects, AccessService access) {
        this.sharing = sharing;
        this.projects = projects;
        this.access = access;
    }

    /**
     * Asks which projects are to have it.
     *
     * @param name what people call it
     * @param having those that have it now
     */
    public void ask(AssetId asset, String name, Collection<Project> having) {
        List<Project> managed = projects.list().stream()
                .filter(project -> access.allows(Permission.ACCESS_MANAGE, new Scope.InProject(project.id())))
                .toList();
        new ShareDialog(sharing, asset, name, managed, having).open();
    }
}
