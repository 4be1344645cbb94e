package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.access.Scope;
import dev.bulkhead.access.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What subjects and scopes were called at one moment, for one reader. */
final class Names {

    private final Map<Subject, String> subjects;
    private final Map<Scope, String> scopes;

    Names(List<Choice<Subject>> subjects, List<Choice<Scope>> scopes) {
        this.subjects = index(subjects);
        this.scopes = index(scopes);
    }

    String subject(Subject subject) {
        return subjects.getOrDefault(subject, text("access.unknown-subject"));
    }

    /** Of what is gone, or hidden from the reader, the kind and the id. */
    String scope(Scope scope) {
        String known = scopes.get(scope);
        return known != null ? known : text("scope." + scope.level().name().toLowerCase(Locale.ROOT), scope.id());
    }

    private static <T> Map<T, String> index(List<Choice<T>> choices) {
        return choices.stream().collect(Collectors.toMap(Choice::value, Choice::label, (one, other) -> one));
    }
}
