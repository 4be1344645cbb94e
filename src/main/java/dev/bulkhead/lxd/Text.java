package dev.bulkhead.lxd;

/** Holds text of guests and users to a size that can be shown and kept. */
final class Text {

    private static final int LIMIT = 4096;

    private Text() {}

    /** At most 4096 characters, whole ones, with an ellipsis where some were cut off. */
    static String cut(String text) {
        if (text.length() <= LIMIT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LIMIT - 2)) ? LIMIT - 2 : LIMIT - 1;
        return text.substring(0, end) + "…";
    }
}
