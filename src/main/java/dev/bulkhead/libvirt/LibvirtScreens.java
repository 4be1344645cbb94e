package dev.bulkhead.libvirt;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.Screens;
import java.util.Optional;
import org.libvirt.jna.CString;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.StreamPointer;

/** Pictures of what domains show. */
final class LibvirtScreens implements Screens {

    private final Connections connections;

    LibvirtScreens(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Optional<Screenshot> screenshot(String localId) {
        return connections.call(
                connection -> Domains.withExisting(connection, localId, domain -> screenshot(connection, domain)));
    }

    private static Optional<Screenshot> screenshot(Connection connection, DomainPointer domain) {
        NativeLibvirt library = connection.library();
        StreamPointer stream = connection.check(library.virStreamNew(connection.pointer(), 0));
        try {
            CString type = library.virDomainScreenshot(domain, stream, 0, 0);
            if (type == null) {
                return nothingToShow(connection);
            }
            try {
                byte[] bytes = new StreamReader(connection, stream).readAll();
                return Optional.of(
                        PortablePixmap.isMeantBy(type.toString())
                                ? converted(connection, bytes)
                                : new Screenshot(type.toString(), bytes));
            } finally {
                type.free();
            }
        } finally {
            library.virStreamFree(stream);
        }
    }

    private static Screenshot converted(Connection connection, byte[] pixmap) {
        try {
            return new Screenshot("image/png", PortablePixmap.read(pixmap).toPng());
        } catch (IllegalArgumentException unreadable) {
            throw new EngineException(
                    ErrorKind.INTERNAL, connection.engine(), "libvirt's picture cannot be read", unreadable);
        }
    }

    /** A machine that does not run, or has no screen, is refused as one whose state or kind does not allow it. */
    private static Optional<Screenshot> nothingToShow(Connection connection) {
        EngineException failure = connection.failure();
        if (failure.kind() == ErrorKind.CONFLICT || failure.kind() == ErrorKind.UNSUPPORTED) {
            return Optional.empty();
        }
        throw failure;
    }
}
