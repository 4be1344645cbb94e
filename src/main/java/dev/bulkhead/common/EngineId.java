package dev.bulkhead.common;

import java.util.regex.Pattern;

/**
 * Names one engine of one host, for example {@code local-docker}. Unique in an installation, and stable from one start to the next,
 * since the ids of instances begin with it.
 *
 * @param value 1 to 60 characters: lower-case letters, digits and hyphens
 */
public record EngineId(String value) implements Comparable<EngineId> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?");

    public EngineId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "An engine id has 1 to 60 lower-case letters, digits and hyphens, and no hyphen at its ends");
        }
    }

    @Override
    public int compareTo(EngineId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
