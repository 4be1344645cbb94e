package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.GroupService;
import dev.bulkhead.access.PeopleService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.PlaceDirectory;
import dev.bulkhead.access.ProjectService;
import dev.bulkhead.access.Rights;
import dev.bulkhead.access.Scope;
import dev.bulkhead.access.Subject;
import dev.bulkhead.common.InstanceId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who and what there is to choose from, and what each is called. Tells only what the signed-in user may know. */
@Component
class Directory {

    private static final int LONGEST = 80;

    private final PeopleService people;
    private final GroupService groups;
    private final ProjectService projects;
    private final List<PlaceDirectory> places;
    private final AccessService access;

    Directory(
            PeopleService people,
            GroupService groups,
            ProjectService projects,
            List<PlaceDirectory> places,
            AccessService access) {
        this.people = people;
        this.groups = groups;
        this.projects = projects;
        this.places = places;
        this.access = access;
    }

    Names names() {
        return new Names(subjects(), scopes());
    }

    /** Groups, then persons; nobody for who may give no rights. */
    List<Choice<Subject>> subjects() {
        if (!access.allows(Permission.ACCESS_MANAGE)) {
            return List.of();
        }
        return Stream.concat(
                        groups.list().stream()
                                .map(group -> new Choice<>(
                                        Subject.group(group.id()),
                                        text("access.group-named", cut(group.name(), LONGEST)))),
                        people.list().stream().map(person -> new Choice<>(Subject.user(person.id()), person.name())))
                .toList();
    }

    /** Everywhere, then projects, hosts and instances by name. */
    List<Choice<Scope>> scopes() {
        List<PlaceDirectory.Place> all = places();
        Stream<Choice<Scope>> named = projects.list().stream()
                .map(project -> new Choice<>(
                        new Scope.InProject(project.id()), named("project", cut(project.name(), LONGEST))));
        return Stream.of(Stream.of(new Choice<>(Scope.INSTALLATION, text("scope.installation"))), named, labelled(all))
                .flatMap(Function.identity())
                .toList();
    }

    /** Those of {@link #scopes()} where the signed-in user may give rights. */
    List<Choice<Scope>> manageableScopes() {
        Rights rights = access.rights();
        return scopes().stream()
                .filter(choice -> rights.at(Permission.ACCESS_MANAGE, choice.value()))
                .toList();
    }

    /** By name. */
    List<Choice<InstanceId>> instances() {
        List<PlaceDirectory.Place> all = places();
        Map<String, Long> namesakes = namesakes(all);
        return all.stream()
                .filter(place -> place.scope() instanceof Scope.OnInstance)
                .map(place -> new Choice<>(((Scope.OnInstance) place.scope()).instance(), name(place, namesakes)))
                .toList();
    }

    private List<PlaceDirectory.Place> places() {
        return places.stream()
                .flatMap(directory -> directory.visible().stream())
                .sorted(Comparator.comparing(
                                (PlaceDirectory.Place place) -> place.scope().level())
                        .thenComparing(PlaceDirectory.Place::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(place -> place.scope().id()))
                .toList();
    }

    private static Stream<Choice<Scope>> labelled(List<PlaceDirectory.Place> all) {
        Map<String, Long> namesakes = namesakes(all);
        return all.stream().map(place -> new Choice<>(place.scope(), named(kind(place), name(place, namesakes))));
    }

    private static Map<String, Long> namesakes(List<PlaceDirectory.Place> all) {
        return all.stream().collect(Collectors.groupingBy(PlaceDirectory.Place::name, Collectors.counting()));
    }

    private static String name(PlaceDirectory.Place place, Map<String, Long> namesakes) {
        boolean unique = namesakes.getOrDefault(place.name(), 1L) == 1;
        String name = cut(place.name(), LONGEST);
        return unique || place.detail().isEmpty() ? name : name + " (" + place.detail() + ")";
    }

    private static String kind(PlaceDirectory.Place place) {
        return place.scope().level().name().toLowerCase(Locale.ROOT);
    }

    private static String named(String kind, String name) {
        return text("scope." + kind, name);
    }
}
