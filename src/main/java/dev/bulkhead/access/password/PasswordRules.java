package dev.bulkhead.access.password;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What every new password is held against. Length, not composition: rules about signs and digits make passwords that are hard to
 * remember and easy to guess.
 */
public final class PasswordRules {

    /** New passwords have at least so many characters. */
    public static final int SHORTEST = 10;

    /** Longer ones are refused unhashed. */
    public static final int LONGEST = 256;

    /** With fewer different characters it is a repetition, as "1212121212". */
    private static final int FEWEST_CHARACTERS = 4;

    /** What people put around a word to please a rule. */
    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");

    private PasswordRules() {}

    /** What is wrong with a password for the account of that name; empty when it may be taken. */
    public static Optional<PasswordFault> faultOf(String password, String name) {
        if (password.length() < SHORTEST) {
            return Optional.of(PasswordFault.TOO_SHORT);
        }
        if (password.length() > LONGEST) {
            return Optional.of(PasswordFault.TOO_LONG);
        }
        String small = password.strip().toLowerCase(Locale.ROOT);
        if (isName(small, name.strip().toLowerCase(Locale.ROOT))) {
            return Optional.of(PasswordFault.NAME);
        }
        return isCommon(small) ? Optional.of(PasswordFault.COMMON) : Optional.empty();
    }

    private static boolean isName(String small, String name) {
        return !name.isEmpty()
                && (small.equals(name)
                        || small.equals(name + name)
                        || core(small).equals(core(name)));
    }

    private static boolean isCommon(String small) {
        return small.chars().distinct().count() < FEWEST_CHARACTERS
                || CommonPasswords.contain(small)
                || CommonPasswords.contain(core(small));
    }

    private static String core(String small) {
        return AROUND.matcher(small).replaceAll("");
    }
}
