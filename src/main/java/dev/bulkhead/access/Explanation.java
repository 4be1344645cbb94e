package dev.bulkhead.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What somebody holds in one place, and the grants it follows from. What different grants give is in explanations of its own, so that
 * each tells the whole reason of all that it lists.
 *
 * @param person who
 * @param scope where
 * @param permissions what, in the order of {@link Permission}
 * @param because every grant that gives each of them; one would do
 */
public record Explanation(Person person, Scope scope, Set<Permission> permissions, List<Because> because) {

    /**
     * @param grant gives it
     * @param group the name of the group that the grant was given to; "" when it was given to the person
     */
    public record Because(Grant grant, String group) {}

    private static final Comparator<Scope> BY_PLACE =
            Comparator.comparing(Scope::level).thenComparing(Scope::id);

    /** What some of a person's grants give, each in its own place. */
    static List<Explanation> byPlace(AccessModel model, Person person, Collection<Grant> grants) {
        Map<Scope, List<Grant>> places = new TreeMap<>(BY_PLACE);
        places.putAll(grants.stream().collect(Collectors.groupingBy(Grant::scope)));
        return places.entrySet().stream()
                .flatMap(place -> at(place.getKey(), model, person, place.getValue()).stream())
                .toList();
    }

    /** What some of a person's grants give in one place, which each of them covers. */
    static List<Explanation> at(Scope scope, AccessModel model, Person person, Collection<Grant> grants) {
        Map<Permission, List<Grant>> reasons = new EnumMap<>(Permission.class);
        for (Grant grant : grants) {
            model.role(grant.role()).permissionsAt(grant.scope().level()).stream()
                    .filter(permission -> permission.appliesTo(scope.level()))
                    .forEach(permission -> reasons.computeIfAbsent(permission, first -> new ArrayList<>())
                            .add(grant));
        }
        Map<List<Grant>, Set<Permission>> together = new LinkedHashMap<>();
        reasons.forEach(
                (permission, because) -> together.computeIfAbsent(because, first -> EnumSet.noneOf(Permission.class))
                        .add(permission));
        return together.entrySet().stream()
                .map(entry -> new Explanation(
                        person,
                        scope,
                        entry.getValue(),
                        entry.getKey().stream()
                                .map(grant -> new Because(grant, group(model, grant)))
                                .toList()))
                .toList();
    }

    private static String group(AccessModel model, Grant grant) {
        return grant.subject().kind() == Subject.Kind.USER
                ? ""
                : model.group(grant.subject().id()).map(Group::name).orElse("");
    }
}
