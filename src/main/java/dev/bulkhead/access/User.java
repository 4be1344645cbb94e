package dev.bulkhead.access;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Someone who may sign in.
 *
 * @param id names the account for ever
 * @param name what is typed at sign-in, in lower case
 * @param passwordHash never the password; null for who has none here and shows elsewhere who they are
 * @param enabled whether they may sign in now
 */
record User(UUID id, String name, @Nullable String passwordHash, boolean enabled) {

    private static final Pattern NAME_FORM = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");

    /** The one spelling under which a typed name is kept and looked up. */
    static String canonical(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    static boolean isValidName(String canonical) {
        return NAME_FORM.matcher(canonical).matches();
    }

    @Override
    public String toString() {
        return "User[" + id + "]";
    }
}
