package dev.bulkhead.libvirt;

import dev.bulkhead.engine.ConsoleConnection;
import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.ConsoleOffer;
import dev.bulkhead.engine.ConsoleRequest;
import dev.bulkhead.engine.Consoles;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.libvirt.jna.DomainPointer;

/** Domains' screens, serial lines and what the host keeps of their output. */
final class LibvirtConsoles implements Consoles, AutoCloseable {

    private final Connections connections;
    private final OpenConsoles open = new OpenConsoles();

    LibvirtConsoles(Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<ConsoleOffer> offers(String localId) {
        return connections.call(connection -> Domains.withExisting(
                connection,
                localId,
                domain -> offers(connection).of(ConsoleDevices.of(connection, domain, 0), runs(connection, domain))));
    }

    @Override
    public ConsoleConnection open(String localId, ConsoleRequest request) {
        return connections.call(connection ->
                Domains.withExisting(connection, localId, domain -> open(connection, domain, localId, request)));
    }

    @Override
    public void close() {
        open.close();
    }

    private ConsoleConnection open(
            Connection connection, DomainPointer domain, String localId, ConsoleRequest request) {
        int start = start(connection, domain);
        ConsoleDevices devices = ConsoleDevices.of(connection, domain, 0);
        ConsoleOffer offer = choose(connection, offers(connection).of(devices, start >= 0), request, start >= 0);
        ConsoleConnection opened = switch (offer.kind()) {
            case SCREEN -> openScreen(connection, domain, devices, offer);
            case LOGS -> openLog(connection, devices, offer, request);
            default -> openLine(connection, localId, offer);
        };
        if (offer.kind() != ConsoleKind.LOGS) {
            requireSameStart(connection, localId, start, opened);
        }
        return opened;
    }

    private ConsoleOffer choose(
            Connection connection, List<ConsoleOffer> offers, ConsoleRequest request, boolean runs) {
        ConsoleOffer chosen = offers.stream()
                .filter(offer -> offer.kind() == request.kind())
                .filter(offer -> request.port().isEmpty() || offer.port().equals(request.port()))
                .findFirst()
                .orElseThrow(() -> new EngineException(
                        ErrorKind.UNSUPPORTED,
                        connection.engine(),
                        "This machine has no " + request.kind() + " " + request.port()));
        if (chosen.unavailable() != null) {
            throw new EngineException(
                    runs ? ErrorKind.UNSUPPORTED : ErrorKind.CONFLICT, connection.engine(), chosen.unavailable());
        }
        return chosen;
    }

    /** What was looked up may since have ended, and its port or path be another machine's. */
    private static void requireSameStart(Connection connection, String localId, int start, ConsoleConnection opened) {
        Optional<Integer> now = Optional.empty();
        try {
            now = Domains.with(connection, localId, domain -> start(connection, domain));
        } finally {
            if (!now.equals(Optional.of(start))) {
                opened.close();
            }
        }
        if (!now.equals(Optional.of(start))) {
            throw new EngineException(
                    ErrorKind.CONFLICT,
                    connection.engine(),
                    "The machine was stopped or started anew meanwhile. Open the console again");
        }
    }

    private ConsoleConnection openScreen(
            Connection connection, DomainPointer domain, ConsoleDevices devices, ConsoleOffer offer) {
        ScreenElement screen =
                named(devices.screens(), candidate -> candidate.name().equals(offer.port()));
        return new ScreenOpener(connection, connections.uri(), open).open(domain, screen);
    }

    private ConsoleConnection openLine(Connection connection, String localId, ConsoleOffer offer) {
        LibvirtUri uri = connections.uri();
        return new LineOpener(connection.engine(), uri.socket().orElseThrow(), uri.atDaemon(), open)
                .open(localId, offer.port());
    }

    private ConsoleConnection openLog(
            Connection connection, ConsoleDevices devices, ConsoleOffer offer, ConsoleRequest request) {
        LineElement line = named(devices.lines(), candidate -> candidate.name().equals(offer.port()));
        Path file = offers(connection)
                .logFile(line)
                .orElseThrow(() -> new EngineException(
                        ErrorKind.CONFLICT, connection.engine(), "The log of this line was removed meanwhile"));
        return LogConnection.open(connection.engine(), file, request.logs(), open);
    }

    private ConsoleOffers offers(Connection connection) {
        return new ConsoleOffers(connection.driver(), connections.uri());
    }

    /** The number that libvirt gives to each start of a domain; -1 when it does not run. */
    private static int start(Connection connection, DomainPointer domain) {
        return connection.library().virDomainGetID(domain);
    }

    private static boolean runs(Connection connection, DomainPointer domain) {
        return start(connection, domain) >= 0;
    }

    private static <T> T named(List<T> elements, Predicate<T> name) {
        return elements.stream().filter(name).findFirst().orElseThrow();
    }
}
