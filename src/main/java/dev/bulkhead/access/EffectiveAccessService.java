package dev.bulkhead.access;

import dev.bulkhead.common.InstanceId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /** The caller's own account. */
    @Requires(Permission.ENTER)
    public Person self() {
        return registry.model().person(access.current().name()).orElseThrow(() -> new HiddenException("account"));
    }

    private boolean isOwn(AccessModel model, UUID person) {
        return model.person(access.current().name())
                .filter(self -> self.id().equals(person))
                .isPresent();
    }
}
