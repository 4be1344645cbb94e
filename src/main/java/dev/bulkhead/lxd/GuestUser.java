package dev.bulkhead.lxd;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A user inside an instance. The server takes numbers only.
 *
 * @param group the user's first; without an entry in {@code /etc/passwd} the same number, never root's
 * @param name "" where the instance has none for the number
 * @param home "" where it is not known
 */
record GuestUser(long number, long group, String name, String home) {

    static final GuestUser ROOT = new GuestUser(0, 0, "root", "/root");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");
    private static final long LAST_NUMBER = 0xFFFF_FFFEL;
    private static final int FIELDS = 7;

    /** Finds a user by name or number in the text of {@code /etc/passwd}; a number needs no entry there. */
    static Optional<GuestUser> find(String nameOrNumber, String passwd) {
        Optional<GuestUser> entry = passwd.lines()
                .map(line -> line.split(":", -1))
                .filter(fields -> fields.length == FIELDS && isNumber(fields[2]) && isNumber(fields[3]))
                .filter(fields -> fields[0].equals(nameOrNumber) || fields[2].equals(nameOrNumber))
                .map(fields ->
                        new GuestUser(Long.parseLong(fields[2]), Long.parseLong(fields[3]), fields[0], fields[5]))
                .findFirst();
        if (entry.isPresent() || !isNumber(nameOrNumber)) {
            return entry;
        }
        long number = Long.parseLong(nameOrNumber);
        return Optional.of(new GuestUser(number, number, "", ""));
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches() && Long.parseLong(text) <= LAST_NUMBER;
    }
}
