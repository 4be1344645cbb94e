package dev.bulkhead.libvirt;

import dev.bulkhead.engine.InvalidSettingsException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A libvirt URI that can work: {@code driver[+transport]://[host]/path[?parameters]}.
 *
 * @param value as libvirt takes it
 */
record LibvirtUri(URI value) {

    static final List<String> SYSTEM_SOCKETS = List.of("/run/libvirt/libvirt-sock", "/var/run/libvirt/virtqemud-sock");

    private static final Set<String> DRIVERS = Set.of("qemu", "test", "xen", "lxc", "ch", "bhyve", "vz", "openvz");
    private static final Set<String> TRANSPORTS = Set.of("", "unix", "ssh", "tls", "tcp", "libssh", "libssh2", "ext");
    private static final String FORM = "A libvirt URI looks like qemu:///system or qemu+ssh://user@host/system";

    /**
     * Checks what can be checked without asking the engine.
     *
     * @throws InvalidSettingsException when it can never work
     */
    static LibvirtUri of(URI uri) {
        String[] scheme = Optional.ofNullable(uri.getScheme())
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .split("\\+", 2);
        if (uri.isOpaque()
                || scheme[0].isEmpty()
                || Optional.ofNullable(uri.getPath()).orElse("").isEmpty()) {
            throw new InvalidSettingsException("This is no libvirt URI. " + FORM);
        }
        if (!DRIVERS.contains(scheme[0])) {
            throw new InvalidSettingsException(
                    "libvirt has no driver \"" + scheme[0] + "\" that Bulkhead speaks to. " + FORM);
        }
        if (scheme.length > 1 && !TRANSPORTS.contains(scheme[1])) {
            throw new InvalidSettingsException("libvirt has no transport \"" + scheme[1] + "\". " + FORM);
        }
        LibvirtUri checked = new LibvirtUri(uri);
        checked.requireSocket(scheme[0]);
        return checked;
    }

    boolean isLocal() {
        return LocalMachine.isMeantBy(value);
    }

    /** The other machine; "" when it is this one. */
    String host() {
        return Optional.ofNullable(value.getHost()).orElse("");
    }

    /** What the daemon itself calls it: without the words that tell the way to it. */
    String atDaemon() {
        return driver() + "://" + value.getPath();
    }

    /** The daemon's socket on this machine; empty when it is elsewhere, or when the driver needs no daemon. */
    Optional<Path> socket() {
        boolean inProcess = "test".equalsIgnoreCase(value.getScheme());
        if (!isLocal() || inProcess) {
            return Optional.empty();
        }
        String given = parameter("socket");
        if (given != null) {
            return Optional.of(Path.of(given));
        }
        String directory = "/run/libvirt/";
        if (value.getPath().equals("/session")) {
            directory = Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR")).orElse("/nowhere") + "/libvirt/";
        }
        // In libvirt's own order: the daemon of all drivers, or else the driver's own.
        return Stream.of("libvirt-sock", "virt" + driver() + "d-sock")
                .map(Path.of(directory)::resolve)
                .filter(Files::exists)
                .findFirst();
    }

    private String driver() {
        return Optional.ofNullable(value.getScheme())
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .split("\\+", 2)[0];
    }

    private void requireSocket(String driver) {
        if (!isLocal()) {
            return;
        }
        String given = parameter("socket");
        Stream<String> sockets = given != null
                ? Stream.of(given)
                : driver.equals("qemu") && value.getPath().equals("/system") ? SYSTEM_SOCKETS.stream() : Stream.of();
        sockets.map(Path::of).filter(Files::exists).findFirst().ifPresent(socket -> {
            if (!Files.isReadable(socket) || !Files.isWritable(socket)) {
                throw new InvalidSettingsException("The socket " + socket
                        + " may not be read by the user that runs Bulkhead. Add that user to the socket's group"
                        + " (usually \"libvirt\") and start Bulkhead again");
            }
        });
    }

    private @Nullable String parameter(String name) {
        return Stream.of(Optional.ofNullable(value.getQuery()).orElse("").split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst()
                .orElse(null);
    }
}
