package dev.bulkhead.common.ui;

import com.vaadin.flow.i18n.I18NProvider;

/** Finds the words of the pages; all of them stand in the resource bundle {@code vaadin-i18n/translations}. */
public final class Texts {

    private Texts() {}

    /** The text of {@code key} in the language of the page at hand, with its placeholders filled; what fills them stays plain text. */
    public static String text(String key, Object... values) {
        return I18NProvider.translate(key, values);
    }

    /** {@code text} or, where it is longer, its beginning and an ellipsis: names and labels are other people's and of any length. */
    public static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        // Half of a surrogate pair is not a character.
        int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, end) + "…";
    }
}
