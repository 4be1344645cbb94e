package dev.bulkhead.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A private libvirtd: {@code qemu:///system} as root with emulated guests, an isolated network
 * {@value #NETWORK} with DHCP and a directory pool {@value #POOL}; and behind the same daemon
 * libvirt's test hypervisor.
 */
public final class LibvirtDaemon extends EngineDaemon {
    public static final String NETWORK = "default";
    public static final String POOL = "default";

    private final CommandLine virsh = new CommandLine(List.of("virsh", "--quiet", "--connect", uri()), Map.of());
    private final CommandLine testVirsh =
            new CommandLine(List.of("virsh", "--quiet", "--connect", testUri()), Map.of());

    @Override
    public Path socket() {
        return directory().resolve("sock/libvirt-sock");
    }

    /** The URI of the QEMU driver. */
    public String uri() {
        return "qemu+unix:///system?socket=" + socket();
    }

    /** The URI of the test hypervisor behind this daemon, with its one built-in domain. */
    public String testUri() {
        return "test+unix:///default?socket=" + socket();
    }

    /** The same with the domains that the given file describes. */
    public String testUri(Path configuration) {
        return "test+unix://" + configuration.toAbsolutePath() + "?socket=" + socket();
    }

    /** Runs {@code virsh} against the QEMU driver and returns its output; throws with its errors. */
    public String virsh(String... arguments) {
        return virsh.run(arguments);
    }

    /** Runs a {@code virsh} command that reads a document: {@code virshWith(xml, "define")}. */
    public String virshWith(String xml, String command, String... options) {
        return runWith(virsh, xml, command, options);
    }

    /** Runs {@code virsh} against the test hypervisor's shared domains; see {@link #testUri()}. */
    public String testVirsh(String... arguments) {
        return testVirsh.run(arguments);
    }

    /** Runs a {@code virsh} command that reads a document, against the test hypervisor's shared domains. */
    public String testVirshWith(String xml, String command, String... options) {
        return runWith(testVirsh, xml, command, options);
    }

    private static String runWith(CommandLine virsh, String xml, String command, String... options) {
        var arguments = new String[options.length + 2];
        arguments[0] = command;
        arguments[1] = "/dev/stdin";
        System.arraycopy(options, 0, arguments, 2, options.length);
        return virsh.runWithInput(xml, arguments);
    }

    /**
     * Defines, but does not start, a Linux guest with a screen, a serial shell and the given further
     * devices. It is up in about ten seconds and says "Guest is ready" on both.
     */
    public void defineGuest(String name, String... devices) {
        virshWith(LinuxGuest.xml(name, screen(name), devices), "define");
    }

    /** Defines a guest as {@link #defineGuest} does, and starts it. */
    public void startGuest(String name, String... devices) {
        defineGuest(name, devices);
        virsh("start", "--domain", name);
    }

    /** The unix socket at which a running guest's VNC server listens. */
    public Path screen(String name) {
        return directory().resolve("vnc/" + Integer.toHexString(name.hashCode()) + ".sock");
    }

    @Override
    CommandLine commandLine() {
        return virsh;
    }

    @Override
    String[] probe() {
        return new String[] {"version"};
    }

    @Override
    String prepare() {
        // The paths are built into libvirtd; in this mount namespace they mean our directories.
        // All of /run is ours, since the machine's own libvirtd may hold its pid file there.
        return "mount -t tmpfs tmpfs /run && mkdir /run/libvirt /run/lock && for pair in run:/run/libvirt"
                + " lib:/var/lib/libvirt etc:/etc/libvirt log:/var/log/libvirt cache:/var/cache/libvirt; do"
                + " mount --bind \"$directory/${pair%%:*}\" \"${pair#*:}\" || exit 1; done";
    }

    @Override
    List<String> daemon() {
        return List.of("libvirtd");
    }

    @Override
    void writeConfiguration() {
        try {
            for (String name : List.of("run", "lib", "etc", "log", "cache", "sock", "vnc", "pool")) {
                Files.createDirectories(directory().resolve(name));
            }
            Files.writeString(directory().resolve("etc/libvirtd.conf"), """
                    unix_sock_dir = "%s"
                    auth_unix_ro = "none"
                    auth_unix_rw = "none"
                    max_clients = 200
                    log_outputs = "3:stderr"
                    """.formatted(
                            directory().resolve("sock")));
            Files.writeString(directory().resolve("etc/qemu.conf"), """
                    user = "root"
                    group = "root"
                    dynamic_ownership = 0
                    remember_owner = 0
                    namespaces = []
                    security_driver = "none"
                    stdio_handler = "file"
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void furnish() {
        virshWith("""
                <network>
                  <name>%s</name>
                  <bridge name="virbr0"/>
                  <ip address="192.168.150.1" netmask="255.255.255.0">
                    <dhcp><range start="192.168.150.10" end="192.168.150.250"/></dhcp>
                  </ip>
                </network>
                """.formatted(NETWORK), "net-define");
        virsh("net-start", NETWORK);
        virsh(
                "pool-define-as",
                POOL,
                "dir",
                "--target",
                directory().resolve("pool").toString());
        virsh("pool-start", POOL);
    }
}
