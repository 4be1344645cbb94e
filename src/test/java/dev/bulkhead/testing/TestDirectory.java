package dev.bulkhead.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Directories for what is shared between tests; gone when this JVM ends. For one test, {@code @TempDir} does. */
public final class TestDirectory {

    private TestDirectory() {}

    public static Path create(String prefix) {
        try {
            Path directory = Files.createTempDirectory(prefix);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(directory)));
            return directory;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void remove(Path directory) {
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException stillWrittenTo) {
            // Its application is ending at the same time; the system clears what is left.
        }
    }
}
