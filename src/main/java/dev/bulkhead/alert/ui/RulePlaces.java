package dev.bulkhead.alert.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.access.PlaceDirectory;
import dev.bulkhead.access.ProjectService;
import dev.bulkhead.access.Scope;
import dev.bulkhead.alert.Place;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a rule can be about, and what each is called. Tells only what the signed-in user may see. */
@Component
class RulePlaces {

    private static final int LONGEST = 80;

    private final ProjectService projects;
    private final List<PlaceDirectory> directories;

    RulePlaces(ProjectService projects, List<PlaceDirectory> directories) {
        this.projects = projects;
        this.directories = directories;
    }

    /** One that can be chosen. */
    record Choice(String id, String name) {}

    /** By name; nothing where there is nothing to choose from. */
    List<Choice> choices(Place.Level level) {
        return switch (level) {
            case ALL, LABEL -> List.of();
            case PROJECT ->
                projects.list().stream()
                        .map(project -> new Choice(project.id().toString(), cut(project.name(), LONGEST)))
                        .toList();
            case HOST -> known(Scope.Level.HOST);
            case INSTANCE -> known(Scope.Level.INSTANCE);
        };
    }

    private List<Choice> known(Scope.Level level) {
        return directories.stream()
                .flatMap(directory -> directory.visible().stream())
                .filter(place -> place.scope().level() == level)
                .sorted(Comparator.comparing(PlaceDirectory.Place::name, String.CASE_INSENSITIVE_ORDER))
                .map(place -> new Choice(
                        place.scope().id(),
                        cut(place.name(), LONGEST) + (place.detail().isEmpty() ? "" : " (" + place.detail() + ")")))
                .toList();
    }

    /** "project web". */
    String words(Place place) {
        if (place.level() == Place.Level.ALL) {
            return text("alerts.place.all");
        }
        String name = choices(place.level()).stream()
                .filter(choice -> choice.id().equals(place.id()))
                .map(Choice::name)
                .findFirst()
                .orElse(cut(place.id(), LONGEST));
        return text("alerts.place.named." + AlertWords.key(place.level()), name);
    }
}
