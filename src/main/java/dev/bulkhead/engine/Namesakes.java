package dev.bulkhead.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps names unique where an engine lets several things have one. */
public final class Namesakes {

    private Namesakes() {}

    /** The names that more than one of {@code things} has. A right that was given to such a name must not be a right to either. */
    public static <T> Set<String> of(List<T> things, Function<T, String> name) {
        Set<String> seen = new HashSet<>();
        return things.stream().map(name).filter(each -> !seen.add(each)).collect(Collectors.toUnmodifiableSet());
    }
}
