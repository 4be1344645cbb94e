package dev.bulkhead.docker;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of Docker's API, such as 1.41. */
record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {

    /** The newest whose changes were read; a newer engine still speaks it until its minimum passes it. */
    static final ApiVersion NEWEST_KNOWN = new ApiVersion(1, 51);

    private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(\\..*)?");

    static Optional<ApiVersion> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new ApiVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    static ApiVersion min(ApiVersion one, ApiVersion other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    @Override
    public int compareTo(ApiVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
