package dev.bulkhead.access;

import dev.bulkhead.common.InstanceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Why somebody may do something: each answer names the grants that it follows from. Answers from memory. */
@Service
public class EffectiveAccessService {

    private final AccessRegistry registry;
    private final AccessService access;

    EffectiveAccessService(AccessRegistry registry, AccessService access) {
        this.registry = registry;
        this.access = access;
    }

    /**
     * What somebody holds in one place.
     *
     * @param person who
     * @param permissions what, in the order of {@link Permission}
     * @param because the grants that each comes from at least one of; more than one may give the same
     */
    public record Effective(Person person, Set<Permission> permissions, List<Grant> because) {}

    /** Everything that reaches one person, for that person or who may give rights. */
    @Requires(Permission.ENTER)
    public Optional<List<Grant>> of(UUID person) {
        AccessModel model = registry.model();
        boolean own = isOwn(model, person);
        return model.person(person)
                .filter(found -> own || access.allows(Permission.ACCESS_MANAGE, Scope.INSTALLATION))
                .map(found -> model.grantsOf(found.id()));
    }

    /**
     * What one person may do, and why, by place. One's own is told whole; of others what follows from grants where the caller may give
     * rights. Empty for those who may give none, and for an unknown person.
     */
    @Requires(Permission.ENTER)
    public Optional<List<Explanation>> explain(UUID person) {
        AccessModel model = registry.model();
        boolean own = isOwn(model, person);
        return model.person(person)
                .filter(found -> own || access.allows(Permission.ACCESS_MANAGE))
                .map(found -> Explanation.byPlace(
                        model,
                        found,
                        model.grantsOf(person).stream()
                                .filter(grant -> own || access.allows(Permission.ACCESS_MANAGE, grant.scope()))
                                .toList()));
    }

    /**
     * Who may do what with an instance, and why, by name; for who may give rights to it.
     *
     * @throws AccessRefusedException DENIED
     */
    @Requires(Permission.INSTANCE_VIEW)
    public List<Explanation> explain(InstanceId instance) {
        AccessModel model = registry.model();
        Scope place = new Scope.OnInstance(instance);
        if (!access.allows(Permission.ACCESS_MANAGE, place)) {
            throw AccessChecks.denied("Only who may give rights there sees who has them");
        }
        List<Scope> covering = List.of(Scope.INSTALLATION, new Scope.InProject(model.projectOf(instance)), place);
        return model.people().stream()
                .filter(Person::enabled)
                .sorted(Comparator.comparing(Person::name))
                .flatMap(person -> Explanation.at(
                        place,
                        model,
                        person,
                        model.grantsOf(person.id()).stream()
                                .filter(grant -> covering.contains(grant.scope()))
                                .toList())
                        .stream())
                .toList();
    }

    /**
     * What would become of whom if grants were given or taken; nothing is changed. Says nothing of places where the caller may not give
     * rights, and does not ask whether the caller could give these.
     */
    @Requires(Permission.ACCESS_MANAGE)
    public List<AccessDifference> preview(GrantChange change) {
        return AccessDifference.of(registry.model(), change).stream()
                .filter(difference -> access.allows(Permission.ACCESS_MANAGE, difference.scope()))
                .toList();
    }

    /** The caller's own account and all grants that reach it. */
    @Requires(Permission.ENTER)
    public Person self() {
        return registry.model().person(access.current().name()).orElseThrow(() -> new HiddenException("account"));
    }

    /** Who may do what with an instance, by name; for who may give rights to it. */
    @Requires(Permission.INSTANCE_VIEW)
    public List<Effective> on(InstanceId instance) {
        AccessModel model = registry.model();
        UUID project = model.projectOf(instance);
        if (!access.allows(Permission.ACCESS_MANAGE, new Scope.InProject(project))) {
            throw AccessChecks.denied("Only who may give rights there sees who has them");
        }
        List<Scope> covering =
                List.of(Scope.INSTALLATION, new Scope.InProject(project), new Scope.OnInstance(instance));
        List<Effective> all = new ArrayList<>();
        for (Person person : model.people()) {
            List<Grant> because = person.enabled()
                    ? model.grantsOf(person.id()).stream()
                            .filter(grant -> covering.contains(grant.scope()))
                            .filter(grant -> !instancePermissions(model, grant).isEmpty())
                            .toList()
                    : List.of();
            if (!because.isEmpty()) {
                Set<Permission> permissions = EnumSet.noneOf(Permission.class);
                because.forEach(grant -> permissions.addAll(instancePermissions(model, grant)));
                all.add(new Effective(person, permissions, because));
            }
        }
        all.sort(Comparator.comparing(effective -> effective.person().name()));
        return all;
    }

    private boolean isOwn(AccessModel model, UUID person) {
        return model.person(access.current().name())
                .filter(self -> self.id().equals(person))
                .isPresent();
    }

    private static Set<Permission> instancePermissions(AccessModel model, Grant grant) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        model.role(grant.role()).permissionsAt(grant.scope().level()).stream()
                .filter(permission -> permission.appliesTo(Scope.Level.INSTANCE))
                .forEach(permissions::add);
        return permissions;
    }
}
