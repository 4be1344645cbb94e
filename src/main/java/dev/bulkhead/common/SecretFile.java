package dev.bulkhead.common;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Secrets of the configuration stand in files of their own, so that they are on no command line and in no listing of settings. */
public final class SecretFile {

    private SecretFile() {}

    /**
     * What the file holds, without a line end after it; "" when no file is named.
     *
     * @param key the property that names it
     * @throws ConfigurationFault when it cannot be read
     */
    public static String read(String key, @Nullable String file) {
        if (file == null || file.isBlank()) {
            return "";
        }
        try {
            return Files.readString(Path.of(file)).replaceFirst("\\R\\z", "");
        } catch (IOException | InvalidPathException unreadable) {
            throw new ConfigurationFault(
                    key,
                    file,
                    "the file cannot be read; make it, with the secret in it, readable for the server's user");
        }
    }
}
