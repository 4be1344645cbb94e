package dev.bulkhead.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A private LXD, or Incus where only that is installed, with a directory pool {@code default}, the
 * bridge {@value #BRIDGE} and one image, {@value #IMAGE}.
 */
public final class LxdDaemon extends EngineDaemon {
    /** Busybox as its own init, with a shell on the console. */
    public static final String IMAGE = "busybox";

    /** A bridge with DHCP that new containers are not attached to unless asked. */
    public static final String BRIDGE = "br0";

    private final boolean incus = TestEngines.isMissing("lxd");
    private final CommandLine lxc = new CommandLine(
            List.of(incus ? "incus" : "lxc"),
            Map.of(
                    incus ? "INCUS_DIR" : "LXD_DIR", home().toString(),
                    incus ? "INCUS_CONF" : "LXD_CONF",
                            directory().resolve("client").toString()));

    @Override
    public Path socket() {
        return home().resolve("unix.socket");
    }

    /** Runs {@code lxc} against this engine and returns its output; throws with its errors. */
    public String lxc(String... arguments) {
        return lxc.run(arguments);
    }

    /** Creates and starts a system container. */
    public void launch(String name, String... options) {
        var arguments = new ArrayList<>(List.of("launch", "--quiet", IMAGE, name));
        arguments.addAll(List.of(options));
        lxc(arguments.toArray(String[]::new));
    }

    @Override
    CommandLine commandLine() {
        return lxc;
    }

    @Override
    String[] probe() {
        return new String[] {"query", "/1.0"};
    }

    @Override
    String prepare() {
        return "mount -t tmpfs tmpfs /run && mkdir /run/lock && export %s=%s"
                .formatted(incus ? "INCUS_DIR" : "LXD_DIR", home());
    }

    @Override
    List<String> daemon() {
        return List.of(incus ? "incusd" : "lxd", "--group", "root");
    }

    @Override
    void writeConfiguration() {
        try {
            Files.createDirectories(home());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void furnish() {
        lxc("storage", "create", "default", "dir");
        lxc("profile", "device", "add", "default", "root", "disk", "path=/", "pool=default");
        lxc("network", "create", BRIDGE, "ipv4.address=10.77.0.1/24", "ipv4.nat=false", "ipv6.address=none");
        lxc("image", "import", Fixtures.file("busybox-lxd.tar.gz").toString(), "--alias", IMAGE);
    }

    private Path home() {
        return directory().resolve("lxd");
    }
}
