package dev.bulkhead.testing;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A private Docker Engine with one image, {@value #IMAGE}, and its own bridge. */
public final class DockerDaemon extends EngineDaemon {
    /** An image of busybox, without a default command. */
    public static final String IMAGE = "busybox:local";

    private static final int MOST_PAUSES = 5;

    private final CommandLine docker = new CommandLine(
            List.of("docker", "--host", uri().toString()),
            Map.of("DOCKER_CONFIG", directory().resolve("client").toString()));

    @Override
    public Path socket() {
        return directory().resolve("docker.sock");
    }

    public URI uri() {
        return URI.create("unix://" + socket());
    }

    /** Runs {@code docker} against this engine and returns its output; throws with its errors. */
    public String docker(String... arguments) {
        return docker.run(arguments);
    }

    /** Pauses a container. The runtime gives up where it does not see a busy one frozen soon enough; then it is asked again. */
    public void pause(String name) {
        for (int left = MOST_PAUSES; ; left--) {
            try {
                docker("pause", name);
                return;
            } catch (CommandLine.CommandFailed busy) {
                if (left == 1) {
                    throw busy;
                }
            }
        }
    }

    /** Starts a container with a shell on a terminal that runs until it is stopped; returns its id. */
    public String run(String name, String... options) {
        var arguments = new ArrayList<>(List.of("run", "--detach", "--tty", "--interactive", "--name", name));
        arguments.addAll(List.of("--stop-timeout", "1"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of(IMAGE, "sh"));
        return docker(arguments.toArray(String[]::new)).strip();
    }

    @Override
    CommandLine commandLine() {
        return docker;
    }

    @Override
    String[] probe() {
        return new String[] {"version"};
    }

    @Override
    String prepare() {
        return "mount -t tmpfs tmpfs /run";
    }

    @Override
    List<String> daemon() {
        return List.of(
                "dockerd",
                "--host=" + uri(),
                "--group=root",
                "--data-root=" + directory().resolve("data"),
                "--exec-root=" + directory().resolve("exec"),
                "--pidfile=" + directory().resolve("docker.pid"),
                "--log-level=warn");
    }

    @Override
    void furnish() {
        docker("import", Fixtures.file("busybox-rootfs.tar").toString(), IMAGE);
    }
}
