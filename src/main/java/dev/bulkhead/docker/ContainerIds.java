package dev.bulkhead.docker;

import java.util.regex.Pattern;

/** The one form of id that is sent to an engine: whole, so that neither a name nor a beginning of an id can be meant by it. */
final class ContainerIds {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    private ContainerIds() {}

    static boolean isId(String text) {
        return FORM.matcher(text).matches();
    }
}
