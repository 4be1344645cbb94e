package dev.bulkhead.access.ui;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something that can be chosen.
 *
 * @param value what it is
 * @param label what it is called; no other of the same kind is called so
 */
record Choice<T>(T value, String label) {

    static <T> Set<T> values(Set<Choice<T>> chosen) {
        return chosen.stream().map(Choice::value).collect(Collectors.toSet());
    }

    /** Those of the choices that stand for one of the values. */
    static <T> Set<Choice<T>> of(Set<T> values, List<Choice<T>> choices) {
        return choices.stream()
                .filter(choice -> values.contains(choice.value()))
                .collect(Collectors.toSet());
    }
}
