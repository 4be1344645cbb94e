package dev.bulkhead.access;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Groups of persons, for pages and the API. Reading answers from memory; changing blocks for some statements. */
@Service
public class GroupService {

    private final AccessRegistry registry;
    private final AccessStore store;
    private final AccessChecks checks;
    private final Confirmation confirmation;

    GroupService(AccessRegistry registry, AccessStore store, AccessChecks checks, Confirmation confirmation) {
        this.registry = registry;
        this.store = store;
        this.checks = checks;
        this.confirmation = confirmation;
    }

    /** All of them, by name. */
    @Requires(Permission.ACCESS_MANAGE)
    public List<Group> list() {
        return registry.model().groups().stream()
                .sorted(Comparator.comparing(Group::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** @throws AccessRefusedException INVALID for the name, CONFLICT when it is taken, DENIED */
    @Requires(Permission.ACCESS_MANAGE)
    public Group add(String typedName) {
        Group group = new Group(UUID.randomUUID(), AccessChecks.name(typedName), Set.of());
        registry.change(AccessChange.of("group.add", group.id(), group.name(), ""), () -> {
            checks.mayManage(Scope.INSTALLATION);
            store.insertGroup(group.id(), group.name());
        });
        return group;
    }

    /**
     * Says who is in it. Joining or leaving moves all that the group was given, so the caller has to hold that.
     *
     * @param members ids of persons, instead of those that were in it
     * @throws AccessRefusedException NOT_FOUND, DENIED, CONFLICT when no administrator would be left
     * @throws ConfirmationRequiredException when somebody joins and gets what {@link Confirmation} is for
     */
    @Requires(Permission.ACCESS_MANAGE)
    public void setMembers(UUID id, Set<UUID> members) {
        confirm(id, members);
        registry.change(told("group.members", id, names(members)), () -> {
            Set<UUID> unknown = new HashSet<>(members);
            unknown.removeIf(member -> registry.model().person(member).isPresent());
            if (!unknown.isEmpty()) {
                throw AccessChecks.unknown("user");
            }
            store.setMembers(manageable(id).id(), members);
        });
    }

    /** With all that it was given. @throws AccessRefusedException as {@link #setMembers} */
    @Requires(Permission.ACCESS_MANAGE)
    public void delete(UUID id) {
        registry.change(told("group.delete", id, ""), () -> {
            manageable(id);
            store.deleteGrants(Subject.group(id));
            store.deleteGroup(id);
        });
    }

    /** Before anything is put on record: it is not refused, only not yet asked for. */
    private void confirm(UUID id, Set<UUID> members) {
        AccessModel model = registry.model();
        boolean somebodyJoins = model.group(id)
                .filter(group -> !group.members().containsAll(members))
                .isPresent();
        if (somebodyJoins) {
            grants(id)
                    .forEach(grant -> confirmation.requireFor(
                            model.role(grant.role()).permissionsAt(grant.scope().level())));
        }
    }

    private List<Grant> grants(UUID id) {
        return registry.model().grants().stream()
                .filter(grant -> grant.subject().equals(Subject.group(id)))
                .toList();
    }

    private AccessChange told(String verb, UUID id, String detail) {
        String name = registry.model().group(id).map(Group::name).orElse("");
        return AccessChange.of(verb, id, name, detail);
    }

    private String names(Set<UUID> members) {
        return members.stream()
                .flatMap(member -> registry.model().person(member).stream())
                .map(Person::name)
                .sorted()
                .collect(Collectors.joining(", ", "members: ", ""));
    }

    private Group manageable(UUID id) {
        checks.mayManage(Scope.INSTALLATION);
        Group group = registry.model().group(id).orElseThrow(() -> AccessChecks.unknown("group"));
        checks.coversAll(grants(id));
        return group;
    }
}
