package dev.bulkhead.access;

import dev.bulkhead.common.InstanceId;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Which instance is in which project, at one moment. Immutable, and the same object until something about people, rights or projects
 * changes. What a project is called is no secret to who sees an instance in it.
 */
public final class Projects {

    /** Nothing was put anywhere. */
    public static final Projects NONE = new Projects(Map.of(), Map.of());

    private final Map<UUID, Project> projects;
    private final Map<InstanceId, UUID> projectOf;

    /** @param projectOf of those that are not in the default project */
    public Projects(Map<UUID, Project> projects, Map<InstanceId, UUID> projectOf) {
        this.projects = projects;
        this.projectOf = projectOf;
    }

    public Project of(InstanceId instance) {
        return projects.getOrDefault(projectOf.getOrDefault(instance, Project.DEFAULT), Project.UNNAMED_DEFAULT);
    }

    /** What the project that an instance is in is called. */
    public String name(InstanceId instance) {
        return of(instance).name();
    }

    /** The instances that are in another project than before, or in one of another name. */
    public Set<InstanceId> changedSince(Projects before) {
        Set<InstanceId> all = new HashSet<>(projectOf.keySet());
        all.addAll(before.projectOf.keySet());
        all.removeIf(instance -> Objects.equals(of(instance), before.of(instance)));
        return all;
    }
}
