package dev.bulkhead.docker;

import dev.bulkhead.engine.ControlGroup;
import dev.bulkhead.engine.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Counters of containers that run on this very machine, read where the engine reads them too, in the kernel's control groups
 * (cgroups(7)): a fraction of the work that a question to the engine is. An id of 64 digits is one container's in all the world, so a
 * group that is named after it is that container's, whichever engine was asked.
 */
final class ControlGroups {

    /** Where Docker puts them, by its drivers {@code cgroupfs} and {@code systemd}; what was put elsewhere is asked for. */
    static final List<String> HOMES = List.of("docker/%s", "system.slice/docker-%s.scope");

    private final Path root;
    private final List<String> homes;

    ControlGroups() {
        this(Path.of("/"), HOMES);
    }

    /**
     * @param root {@code /}, or a copy of the files for a test
     * @param homes of containers' groups below each hierarchy, with {@code %s} for the id
     */
    ControlGroups(Path root, List<String> homes) {
        this.root = root;
        this.homes = List.copyOf(homes);
    }

    /** Empty for one that is not here, or does not run. */
    Optional<Sample> read(String id) {
        for (String home : homes) {
            Optional<ControlGroup> group = ControlGroup.at(root, String.format(Locale.ROOT, home, id));
            if (group.isPresent()) {
                try {
                    return Optional.of(group.get().read());
                } catch (IOException | IllegalArgumentException ended) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
