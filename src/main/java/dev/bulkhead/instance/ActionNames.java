package dev.bulkhead.instance;

import dev.bulkhead.engine.Action;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How actions are spelled outside of Java: {@code powerOff} for {@link Action#POWER_OFF}. */
public final class ActionNames {

    private ActionNames() {}

    public static String of(Action action) {
        String[] words = action.name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder name = new StringBuilder(words[0]);
        for (int word = 1; word < words.length; word++) {
            name.append(Character.toUpperCase(words[word].charAt(0))).append(words[word].substring(1));
        }
        return name.toString();
    }

    public static Optional<Action> parse(String name) {
        return Arrays.stream(Action.values())
                .filter(action -> of(action).equals(name))
                .findFirst();
    }
}
