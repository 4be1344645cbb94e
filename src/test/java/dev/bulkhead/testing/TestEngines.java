package dev.bulkhead.testing;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * The engines that tests of one JVM share: each starts when it is first asked for and ends with the
 * JVM. A test that stops, kills or freezes one starts or thaws it again before it ends; a test that
 * counts what an engine has opens its own daemon instead.
 *
 * <p>An engine that cannot run here aborts the test on a laptop and fails it where {@code CI} is
 * set, so that nothing is skipped silently.
 */
public final class TestEngines {
    private static final Shared<DockerDaemon> DOCKER = new Shared<>("Docker", DockerDaemon::new, "dockerd", "docker");
    private static final Shared<LxdDaemon> LXD = new Shared<>("LXD", LxdDaemon::new, "lxd|incusd", "lxc|incus");

    private static final Shared<LibvirtDaemon> LIBVIRT =
            new Shared<>("libvirt", LibvirtDaemon::new, "libvirtd", "virsh", "qemu-system-x86_64");

    private static final Shared<PodmanService> PODMAN = new Shared<>("Podman", PodmanService::new, "podman");

    private TestEngines() {}

    public static LibvirtDaemon libvirt() {
        return LIBVIRT.get();
    }

    public static DockerDaemon docker() {
        return DOCKER.get();
    }

    public static LxdDaemon lxd() {
        return LXD.get();
    }

    public static PodmanService podman() {
        return PODMAN.get();
    }

    /** A libvirtd of the test's own, started; the test closes it. */
    public static LibvirtDaemon newLibvirt() {
        return LIBVIRT.open();
    }

    /** A Docker Engine of the test's own, started; the test closes it. */
    public static DockerDaemon newDocker() {
        return DOCKER.open();
    }

    /** An LXD of the test's own, started; the test closes it. */
    public static LxdDaemon newLxd() {
        return LXD.open();
    }

    /** A Podman of the test's own, started; the test closes it. */
    public static PodmanService newPodman() {
        return PODMAN.open();
    }

    static boolean isMissing(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of((path + ":/usr/sbin:/sbin").split(":"))
                .noneMatch(directory -> new java.io.File(directory, program).canExecute());
    }

    private static final class Shared<D extends EngineDaemon> {
        private final String engine;
        private final Supplier<D> factory;
        private final List<String> programs;
        private @Nullable D daemon;
        private @Nullable RuntimeException failure;

        Shared(String engine, Supplier<D> factory, String... programs) {
            this.engine = engine;
            this.factory = factory;
            this.programs = List.of(programs);
        }

        synchronized D get() {
            if (failure != null) {
                throw unavailable(failure);
            }
            if (daemon == null) {
                daemon = open();
            }
            return daemon;
        }

        synchronized D open() {
            D opened = null;
            try {
                requirePrograms();
                opened = factory.get();
                opened.start();
                return opened;
            } catch (RuntimeException e) {
                if (opened != null) {
                    opened.close();
                }
                failure = e;
                throw unavailable(e);
            }
        }

        private void requirePrograms() {
            if (!System.getProperty("user.name").equals("root")) {
                throw new IllegalStateException("private engines need root");
            }
            for (String program : programs) {
                if (Stream.of(program.split("\\|")).allMatch(TestEngines::isMissing)) {
                    throw new IllegalStateException(program + " is not installed (deploy/engines install)");
                }
            }
        }

        private RuntimeException unavailable(RuntimeException reason) {
            String message = engine + " cannot run here: " + reason.getMessage();
            return System.getenv("CI") == null
                    ? new TestAbortedException(message, reason)
                    : new IllegalStateException(message, reason);
        }
    }
}
