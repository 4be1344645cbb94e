package dev.bulkhead.lxd;

import dev.bulkhead.engine.ControlGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The control groups of containers that run on this very machine, where the kernel counts what the server does not tell: what they read
 * and write on disks, and how much of their memory is only cache. A group is taken for a container's when the process is in it that the
 * server calls the container's first, and when it is named after the container; so those of a server that is elsewhere are not found.
 */
final class GuestGroups {

    private static final String PREFIX = "lxc.payload.";

    private final Path root;

    /** @param root {@code /}, or a copy of the files for a test */
    GuestGroups(Path root) {
        this.root = root;
    }

    /** @param document with live state */
    Optional<ControlGroup> of(InstanceDocument document) {
        long process = document.state().path("pid").asLong(0);
        if (process <= 0 || document.isVirtualMachine()) {
            return Optional.empty();
        }
        try {
            String home = home(Files.readAllLines(root.resolve("proc/" + process + "/cgroup")), document.name());
            return home == null ? Optional.empty() : ControlGroup.at(root, home);
        } catch (IOException elsewhereOrEnded) {
            return Optional.empty();
        }
    }

    /** @param lines of cgroups(7): {@code 4:memory:/lxc.payload.c1}, of version 2 {@code 0::/lxc.payload.c1/init.scope} */
    private static @Nullable String home(List<String> lines, InstanceName name) {
        Pattern own = Pattern.compile(Pattern.quote(PREFIX + groupName(name)) + "(-\\d+)?");
        String home = null;
        for (String line : lines) {
            String[] parts = line.split(":", 3);
            if (parts.length == 3
                    && (parts[1].isEmpty() || List.of(parts[1].split(",")).contains("memory"))) {
                String found = upTo(own, parts[2]);
                // Where both versions are there, memory is counted in the hierarchy that names it.
                home = found == null || (home != null && parts[1].isEmpty()) ? home : found;
            }
        }
        return home;
    }

    /** The container's own init may have made groups below. */
    private static @Nullable String upTo(Pattern own, String path) {
        Path home = Path.of("/").relativize(Path.of(path));
        for (int length = 1; length <= home.getNameCount(); length++) {
            if (own.matcher(home.getName(length - 1).toString()).matches()) {
                return home.subpath(0, length).toString();
            }
        }
        return null;
    }

    private static String groupName(InstanceName name) {
        return name.project().equals(InstanceName.DEFAULT_PROJECT) ? name.name() : name.project() + "_" + name.name();
    }
}
