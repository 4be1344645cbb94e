package dev.bulkhead.docker;

import dev.bulkhead.engine.ControlGroup;
import dev.bulkhead.engine.Sample;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counters of containers that run on this very machine, read where the engine reads them too, in the kernel's control groups
 * (cgroups(7)): a fraction of the work that a question to the engine is. An id of 64 digits is one container's in all the world, so a
 * group that is named after it is that container's, whichever engine was asked, and wherever its driver, its parent group or a user's
 * own daemon put it. For one thread at a time.
 */
final class ControlGroups {

    /** By Docker's and Podman's drivers {@code cgroupfs} and {@code systemd}. */
    private static final Pattern NAME = Pattern.compile("(?:docker-|libpod-)?([0-9a-f]{64})(?:\\.scope)?");

    private final Path root;
    private final Map<String, String> homes = new HashMap<>();
    private final Set<String> elsewhere = new HashSet<>();

    ControlGroups() {
        this(Path.of("/"));
    }

    /** @param root {@code /}, or a copy of the files for a test */
    ControlGroups(Path root) {
        this.root = root;
    }

    /**
     * Counters of those that are here and run. Looks through all groups when there is an id that it was not asked for the last time.
     *
     * @param ids of all containers that run
     */
    Map<String, Sample> read(Collection<String> ids) {
        homes.keySet().retainAll(ids);
        elsewhere.retainAll(ids);
        if (!ids.stream().allMatch(id -> homes.containsKey(id) || elsewhere.contains(id))) {
            homes.clear();
            find();
            elsewhere.clear();
            ids.stream().filter(id -> !homes.containsKey(id)).forEach(elsewhere::add);
        }
        Map<String, Sample> samples = new HashMap<>();
        ids.forEach(id -> read(id).ifPresent(sample -> samples.put(id, sample)));
        return samples;
    }

    private Optional<Sample> read(String id) {
        String home = homes.get(id);
        try {
            Optional<ControlGroup> group = home == null ? Optional.empty() : ControlGroup.at(root, home);
            return group.isPresent() ? Optional.of(group.get().read()) : Optional.empty();
        } catch (IOException | IllegalArgumentException ended) {
            return Optional.empty();
        }
    }

    private void find() {
        Path hierarchy = ControlGroup.memory(root);
        try {
            Files.walkFileTree(hierarchy, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path group, BasicFileAttributes attributes) {
                    Matcher name = NAME.matcher(group.getFileName().toString());
                    if (!name.matches()) {
                        return FileVisitResult.CONTINUE;
                    }
                    homes.put(name.group(1), hierarchy.relativize(group).toString());
                    return FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path group, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException none) {
            homes.clear();
        }
    }
}
