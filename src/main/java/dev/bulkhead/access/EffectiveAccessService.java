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
        boolean own = model.person(access.current().name())
                .filter(self -> self.id().equals(person))
                .isPresent();
        return model.person(person)
                .filter(found -> own || access.allows(Permission.ACCESS_MANAGE, Scope.INSTALLATION))
                .map(found -> model.grantsOf(found.id()));
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

    private static Set<Permission> instancePermissions(AccessModel model, Grant grant) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        model.role(grant.role()).permissionsAt(grant.scope().level()).stream()
                .filter(permission -> permission.appliesTo(Scope.Level.INSTANCE))
                .forEach(permissions::add);
        return permissions;
    }
}
