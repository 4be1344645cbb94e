package dev.bulkhead.testing;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A private Podman behind its Docker-compatible API, with one image, {@value #IMAGE}. */
public final class PodmanService extends EngineDaemon {
    /** An image of busybox, without a default command; Podman prefixes what has no registry. */
    public static final String IMAGE = "localhost/busybox:local";

    private final CommandLine podman =
            new CommandLine(List.of("podman", "--remote", "--url", uri().toString()), Map.of());

    @Override
    public Path socket() {
        return directory().resolve("podman.sock");
    }

    public URI uri() {
        return URI.create("unix://" + socket());
    }

    /** Runs {@code podman} against this service and returns its output; throws with its errors. */
    public String podman(String... arguments) {
        return podman.run(arguments);
    }

    /** Starts a container with a shell on a terminal that runs until it is stopped; returns its id. */
    public String run(String name, String... options) {
        var arguments = new ArrayList<>(List.of("run", "--detach", "--tty", "--interactive", "--name", name));
        arguments.addAll(List.of("--stop-timeout", "1", "--network", "none"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of(IMAGE, "sh"));
        return podman(arguments.toArray(String[]::new)).strip();
    }

    @Override
    CommandLine commandLine() {
        return podman;
    }

    @Override
    String[] probe() {
        return new String[] {"version"};
    }

    @Override
    String prepare() {
        // Its locks live in shared memory, its containers' runtime state below /run.
        return "mount -t tmpfs tmpfs /run && mount -t tmpfs tmpfs /dev/shm";
    }

    @Override
    List<String> daemon() {
        return List.of(
                "podman",
                "--root=" + directory().resolve("root"),
                "--runroot=" + directory().resolve("run"),
                "--tmpdir=" + directory().resolve("tmp"),
                "--network-config-dir=" + directory().resolve("networks"),
                "--storage-driver=vfs",
                "--cgroup-manager=cgroupfs",
                "--events-backend=file",
                "system",
                "service",
                "--time=0",
                uri().toString());
    }

    @Override
    void furnish() {
        podman("import", Fixtures.file("busybox-rootfs.tar").toString(), IMAGE);
    }
}
