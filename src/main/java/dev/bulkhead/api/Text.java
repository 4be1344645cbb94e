package dev.bulkhead.api;

import org.jspecify.annotations.Nullable;

/** Texts of bodies. */
final class Text {

    private Text() {}

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
