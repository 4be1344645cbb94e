package dev.bulkhead.operation.audit;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Texts as every database gives them back: what is signed must be what is read. */
final class AuditText {

    private AuditText() {}

    /** Of at most {@code longest} characters; without NUL, which PostgreSQL refuses, and halves of characters, which nothing can write. */
    static String clean(String text, int longest) {
        String cut = text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
        return new String(cut.replace('\0', '\uFFFD').getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    static @Nullable String cleanIfAny(@Nullable String text, int longest) {
        return text == null ? null : clean(text, longest);
    }
}
