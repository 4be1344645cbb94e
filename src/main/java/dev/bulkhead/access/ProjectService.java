package dev.bulkhead.access;

import dev.bulkhead.access.AccessRefusedException.Reason;
import dev.bulkhead.common.AssetId;
import dev.bulkhead.common.InstanceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Projects and what is in them, for pages and the API. Reading answers from memory; changing blocks for some statements. */
@Service
public class ProjectService {

    private final AccessRegistry registry;
    private final AccessStore store;
    private final AccessChecks checks;
    private final AccessService access;
    private final ProjectQuotas quotas;

    ProjectService(
            AccessRegistry registry,
            AccessStore store,
            AccessChecks checks,
            AccessService access,
            ProjectQuotas quotas) {
        this.registry = registry;
        this.store = store;
        this.checks = checks;
        this.access = access;
        this.quotas = quotas;
    }

    /** Those whose instances the caller may see, or where the caller may give rights; by name, the default one first. */
    @Requires(Permission.ENTER)
    public List<Project> list() {
        Rights rights = access.rights();
        return registry.model().projects().stream()
                .filter(project -> isVisible(rights, project))
                .sorted(Comparator.comparing((Project project) -> !project.id().equals(Project.DEFAULT))
                        .thenComparing(Project::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** The project that an instance is in; its name is no secret to who sees the instance. */
    @Requires(Permission.INSTANCE_VIEW)
    public Project of(InstanceId instance) {
        AccessModel model = registry.model();
        return model.project(model.projectOf(instance)).orElseThrow();
    }

    /** The projects that a pool, network or image was given to, of those that the caller sees; by name. */
    @Requires(Permission.ENTER)
    public List<Project> having(AssetId asset) {
        Set<UUID> having = registry.model().projectsOf(asset);
        return having.isEmpty()
                ? List.of()
                : list().stream()
                        .filter(project -> having.contains(project.id()))
                        .toList();
    }

    /** What a project was given; nothing of one that the caller does not see. */
    @Requires(Permission.ENTER)
    public List<AssetId> assets(UUID project) {
        return list().stream().anyMatch(visible -> visible.id().equals(project))
                ? registry.model().assetsIn(project)
                : List.of();
    }

    /**
     * Which of these instances are in which project, as far as the caller may see them.
     *
     * @return by a project's id; a project without any of them is left out
     */
    @Requires(Permission.ENTER)
    public Map<UUID, Set<InstanceId>> contents(Collection<InstanceId> instances) {
        AccessModel model = registry.model();
        Rights rights = access.rights();
        return instances.stream()
                .filter(instance -> rights.at(Permission.INSTANCE_VIEW, instance))
                .collect(Collectors.groupingBy(model::projectOf, Collectors.toSet()));
    }

    /** @throws AccessRefusedException INVALID for the name, CONFLICT when it is taken, DENIED */
    @Requires(Permission.ACCESS_MANAGE)
    public Project add(String typedName) {
        return add(typedName, Set.of());
    }

    /**
     * Makes a project of instances, or none when one of them cannot be put there.
     *
     * @throws AccessRefusedException as {@link #add(String)} and {@link #put}
     */
    @Requires(Permission.ACCESS_MANAGE)
    public Project add(String typedName, Collection<InstanceId> instances) {
        Project project = new Project(UUID.randomUUID(), AccessChecks.name(typedName));
        List<AccessChange> told = new ArrayList<>();
        told.add(AccessChange.of("project.add", project.id(), project.name(), ""));
        if (!instances.isEmpty()) {
            told.add(AccessChange.of("project.put", project.id(), project.name(), list(instances)));
        }
        registry.change(told, () -> {
            checks.mayManage(Scope.INSTALLATION);
            store.insertProject(project);
            move(instances, project.id());
        });
        return project;
    }

    /**
     * Renames a project, puts instances into it, and others out of it into the default one: all of that or nothing.
     *
     * @throws AccessRefusedException as {@link #rename}, where the name differs, and {@link #put}
     */
    @Requires(Permission.ACCESS_MANAGE)
    public void change(UUID id, String typedName, Collection<InstanceId> in, Collection<InstanceId> out) {
        String name = AccessChecks.name(typedName);
        List<AccessChange> told = new ArrayList<>();
        if (registry.model().project(id).stream()
                .noneMatch(project -> project.name().equals(name))) {
            told.add(told("project.rename", id, "to " + name));
        }
        if (!in.isEmpty()) {
            told.add(told("project.put", id, list(in)));
        }
        if (!out.isEmpty()) {
            told.add(told("project.put", Project.DEFAULT, list(out)));
        }
        registry.change(told, () -> {
            Project project = existing(id);
            checks.mayManage(new Scope.InProject(id));
            if (!project.name().equals(name)) {
                store.renameProject(changeable(id).id(), name);
            }
            move(in, id);
            move(out, Project.DEFAULT);
            // Last: who may not move them is not told how full the project is.
            quotas.admit(id, in, out);
        });
    }

    /** @throws AccessRefusedException NOT_FOUND, INVALID, CONFLICT for the default project or a taken name, DENIED */
    @Requires(Permission.ACCESS_MANAGE)
    public void rename(UUID id, String typedName) {
        String name = AccessChecks.name(typedName);
        registry.change(
                told("project.rename", id, "to " + name),
                () -> store.renameProject(changeable(id).id(), name));
    }

    /**
     * With all that was given for it; its instances are in the default project then.
     *
     * @throws AccessRefusedException NOT_FOUND, CONFLICT for the default project, DENIED
     */
    @Requires(Permission.ACCESS_MANAGE)
    public void delete(UUID id) {
        registry.change(told("project.delete", id, ""), () -> {
            Project project = changeable(id);
            Scope scope = new Scope.InProject(project.id());
            checks.coversAll(grantsFor(scope));
            registry.model().instancesIn(id).forEach(instance -> mayBeReached(instance, Project.DEFAULT));
            store.deleteGrants(scope);
            store.deleteProject(id);
        });
    }

    /**
     * Puts instances into a project, out of whichever they were in. Whoever has rights in the one gets them there and whoever had them
     * by the other loses them, so the caller has to hold both.
     *
     * @throws AccessRefusedException NOT_FOUND for the project or an instance that the caller may not see; FULL when the project may not
     *     hold that much; DENIED
     */
    @Requires(Permission.ACCESS_MANAGE)
    public void put(Collection<InstanceId> instances, UUID project) {
        registry.change(told("project.put", project, list(instances)), () -> {
            move(instances, existing(project).id());
            quotas.admit(project, instances, List.of());
        });
    }

    private void move(Collection<InstanceId> instances, UUID project) {
        if (instances.isEmpty()) {
            return;
        }
        AccessModel model = registry.model();
        checks.mayManage(new Scope.InProject(project));
        for (InstanceId instance : instances) {
            Scope source = new Scope.InProject(model.projectOf(instance));
            if (!access.allows(Permission.INSTANCE_VIEW, instance)) {
                throw AccessChecks.unknown("instance");
            }
            checks.mayManage(source);
            checks.coversAll(grantsFor(source));
            mayBeReached(instance, project);
            store.setProject(instance, project);
        }
    }

    private Project existing(UUID id) {
        return registry.model().project(id).orElseThrow(() -> AccessChecks.unknown("project"));
    }

    /** That the caller holds on the instance, where it is now, all that others would get by its being in the project. */
    private void mayBeReached(InstanceId instance, UUID project) {
        Scope here = new Scope.OnInstance(instance);
        grantsFor(new Scope.InProject(project))
                .forEach(grant ->
                        checks.covers(registry.model().role(grant.role()).permissionsAt(Scope.Level.PROJECT), here));
    }

    private static String list(Collection<InstanceId> instances) {
        return instances.stream().map(InstanceId::toString).sorted().collect(Collectors.joining(", "));
    }

    private AccessChange told(String verb, UUID id, String detail) {
        String name = registry.model().project(id).map(Project::name).orElse("");
        return AccessChange.of(verb, id, name, detail);
    }

    private Project changeable(UUID id) {
        checks.mayManage(Scope.INSTALLATION);
        Optional<Project> project = registry.model().project(id);
        if (id.equals(Project.DEFAULT)) {
            throw new AccessRefusedException(Reason.CONFLICT, "The default project stays as it is");
        }
        return project.orElseThrow(() -> AccessChecks.unknown("project"));
    }

    private List<Grant> grantsFor(Scope scope) {
        return registry.model().grants().stream()
                .filter(grant -> grant.scope().equals(scope))
                .toList();
    }

    private static boolean isVisible(Rights rights, Project project) {
        Scope scope = new Scope.InProject(project.id());
        return rights.at(Permission.INSTANCE_VIEW, scope) || rights.at(Permission.ACCESS_MANAGE, scope);
    }
}
