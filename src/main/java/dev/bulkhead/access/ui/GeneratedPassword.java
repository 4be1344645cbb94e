package dev.bulkhead.access.ui;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A password that nobody thought of: 80 bits by chance, without signs that are mistaken for one another when read aloud or copied. */
final class GeneratedPassword {

    private static final String SIGNS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int IN_A_GROUP = 4;
    private static final SecureRandom CHANCE = new SecureRandom();

    private GeneratedPassword() {}

    static String make() {
        return IntStream.range(0, GROUPS).mapToObj(group -> group()).collect(Collectors.joining("-"));
    }

    private static String group() {
        return CHANCE.ints(IN_A_GROUP, 0, SIGNS.length())
                .mapToObj(SIGNS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
