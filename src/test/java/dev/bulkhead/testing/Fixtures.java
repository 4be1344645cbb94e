package dev.bulkhead.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kernel, images and root file systems of guests, built by {@code deploy/engines} and cached. */
public final class Fixtures {
    private Fixtures() {}

    /** The path of one fixture; builds all of them if they are missing or out of date. */
    public static Path file(String name) {
        return Built.DIRECTORY.resolve(name);
    }

    private static final class Built {
        static final Path DIRECTORY = build();

        private static Path build() {
            String cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                    .filter(value -> !value.isBlank())
                    .orElse(System.getProperty("user.home") + "/.cache");
            Path directory = Path.of(cache, "bulkhead", "fixtures");
            new CommandLine(List.of("deploy/engines", "fixtures", directory.toString()), Map.of()).run();
            return directory;
        }
    }
}
