package dev.bulkhead.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of the pages: what the code asks for is there, and nothing is there twice, where the later one would be shown for both. */
class TranslationsTest {

    private static final Path TEXTS = Path.of("src/main/resources/vaadin-i18n/translations.properties");

    /** A key that stands in the code as it is; those that are put together are not looked for. */
    private static final Pattern ASKED = Pattern.compile("\\btext\\(\"([a-z0-9.-]*[a-z0-9])\"[,)]");

    @Test
    void noKeyStandsTwice() throws IOException {
        List<String> keys = keys();

        assertThat(keys).doesNotHaveDuplicates().hasSizeGreaterThan(1000);
    }

    @Test
    void whatTheCodeAsksForIsThere() throws IOException {
        Set<String> asked;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            asked = files.filter(file -> file.toString().endsWith(".java"))
                    .map(TranslationsTest::read)
                    .filter(code -> code.contains("import static dev.bulkhead.common.ui.Texts.text"))
                    .flatMap(code -> ASKED.matcher(code).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        keys().forEach(asked::remove);

        assertThat(asked).isEmpty();
    }

    private static List<String> keys() throws IOException {
        try (Stream<String> lines = Files.lines(TEXTS)) {
            return lines.filter(line -> line.contains("=") && !line.startsWith("#") && !line.startsWith(" "))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
