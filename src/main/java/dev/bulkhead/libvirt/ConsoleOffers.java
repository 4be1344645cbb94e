package dev.bulkhead.libvirt;

import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.ConsoleOffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says of a domain's consoles which can be opened, and of each other one why not. */
final class ConsoleOffers {

    static final String NOT_RUNNING = "The machine is not running";

    private final Driver driver;
    private final LibvirtUri uri;

    ConsoleOffers(Driver driver, LibvirtUri uri) {
        this.driver = driver;
        this.uri = uri;
    }

    /** Screens, lines, logs: in the order in which most people want them. */
    List<ConsoleOffer> of(ConsoleDevices devices, boolean runs) {
        List<ConsoleOffer> offers = new ArrayList<>();
        for (ScreenElement screen : shown(devices.screens())) {
            offers.add(offer(ConsoleKind.SCREEN, screen.name(), runs ? whyNot(screen) : NOT_RUNNING));
        }
        for (LineElement line : devices.lines()) {
            offers.add(offer(lineKind(), line.name(), runs ? whyNot(line) : NOT_RUNNING));
        }
        for (LineElement line : devices.lines()) {
            if (logFile(line).isPresent()) {
                offers.add(offer(ConsoleKind.LOGS, line.name(), null));
            }
        }
        return offers;
    }

    /** Where the line's log can be read from here; empty where none is kept, or not within reach. */
    Optional<Path> logFile(LineElement line) {
        if (!uri.isLocal() || line.logFile().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(line.logFile()))
                    .filter(Files::isRegularFile)
                    .filter(Files::isReadable);
        } catch (InvalidPathException unusable) {
            return Optional.empty();
        }
    }

    private ConsoleKind lineKind() {
        return driver.containers() ? ConsoleKind.CONSOLE : ConsoleKind.SERIAL;
    }

    /** A machine may have a second screen for those who cannot show the first. */
    private static List<ScreenElement> shown(List<ScreenElement> screens) {
        List<ScreenElement> vnc = screens.stream().filter(ScreenElement::isVnc).toList();
        return vnc.isEmpty() ? screens.stream().limit(1).toList() : vnc;
    }

    private @Nullable String whyNot(ScreenElement screen) {
        if (!screen.isVnc()) {
            return "This screen is of the type \"" + screen.type() + "\", which cannot be shown here. Give the machine"
                    + " a second screen of the type \"vnc\"";
        }
        if (driver != Driver.QEMU) {
            return "The driver " + driver.product() + " does not pass its screens on";
        }
        if (!uri.isLocal() && (uri.host().isEmpty() || screen.staysOnHost())) {
            return "This screen can be reached only on its own host. Let it listen on an address of that host, with a"
                    + " password, or run Bulkhead there";
        }
        return null;
    }

    private @Nullable String whyNot(LineElement line) {
        if (!line.isPassedOn()) {
            return "The host connects this line to something else (" + line.backend()
                    + "). Only lines of the type \"pty\" can be shown here";
        }
        if (!uri.isLocal()) {
            return "Lines of machines on another host cannot be shown yet. Run Bulkhead on that host";
        }
        if (uri.socket().isEmpty()) {
            return "The driver " + driver.product() + " does not pass its lines on";
        }
        return null;
    }

    private static ConsoleOffer offer(ConsoleKind kind, String name, @Nullable String unavailable) {
        return new ConsoleOffer(kind, name, false, unavailable);
    }
}
