package dev.bulkhead.common;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a registered machine: the key under which configuration knows it. Lower-case letters, digits and hyphens.
 *
 * @param value 1 to 40 characters
 */
public record HostId(String value) implements Comparable<HostId> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

    public HostId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A host id has 1 to 40 lower-case letters, digits and hyphens, and no hyphen at its ends");
        }
    }

    /** Reads what came from an address bar; empty for what is no id. */
    public static Optional<HostId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new HostId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(HostId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
