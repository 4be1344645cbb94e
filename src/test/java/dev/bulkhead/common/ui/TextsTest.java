package dev.bulkhead.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    /** A key that stands whole in the source; those that are put together end in a dot and are not caught. */
    private static final Pattern KEY = Pattern.compile("\\btext\\(\\s*\"([a-zA-Z0-9.-]*[a-zA-Z0-9])\"[,)]");

    private final ResourceBundle words = ResourceBundle.getBundle("vaadin-i18n/translations");

    @Test
    void everyKeyInTheSourcesHasWords() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<String> keys = sources.filter(path -> path.toString().endsWith(".java"))
                    .flatMap(TextsTest::keys)
                    .distinct()
                    .toList();

            assertThat(keys).hasSizeGreaterThan(100).allMatch(words::containsKey);
        }
    }

    @Test
    void everyTextIsAPatternWithoutALostApostrophe() {
        assertThat(words.keySet()).allSatisfy(key -> {
            String pattern = words.getString(key);
            new MessageFormat(pattern);
            assertThat(pattern.replace("''", "")).as(key).doesNotContain("'");
        });
    }

    @Test
    void cutsBetweenCharacters() {
        assertThat(Texts.cut("abc", 3)).isEqualTo("abc");
        assertThat(Texts.cut("abcd", 3)).isEqualTo("ab…");
        assertThat(Texts.cut("a😀bc", 3)).isEqualTo("a…");
    }

    private static Stream<String> keys(Path source) {
        try {
            String code = Files.readString(source);
            return code.contains("common.ui.Texts.text;")
                    ? KEY.matcher(code).results().map(match -> match.group(1))
                    : Stream.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
