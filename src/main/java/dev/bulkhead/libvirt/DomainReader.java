package dev.bulkhead.libvirt;

import com.sun.jna.ptr.IntByReference;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.InstanceDetails.Graphics;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.DomainPointer;

/** Looks at one domain in depth. */
final class DomainReader {

    /** With passwords. */
    static final int SECURE = 1;

    private static final int INACTIVE = 1 << 1;

    private DomainReader() {}

    /** What statistics do not tell. A part that cannot be read becomes the record's problem. */
    static DomainFacts facts(Connection connection, DomainPointer domain, DomainState state) {
        DomainXml xml = null;
        String problem = null;
        try {
            xml = xml(connection, domain);
            problem = xml.problem();
        } catch (XmlNode.UnreadableXmlException unreadable) {
            problem = "libvirt's description of this domain cannot be read: " + unreadable.getMessage();
        }
        boolean agent = xml != null && xml.agentConnected();
        return new DomainFacts(
                xml,
                snapshots(connection, domain),
                autostart(connection, domain),
                state.isActive() ? Addresses.of(connection, domain, agent) : Map.of(),
                problem);
    }

    static DomainState state(Connection connection, DomainPointer domain) {
        NativeLibvirt library = connection.library();
        IntByReference state = new IntByReference();
        IntByReference reason = new IntByReference();
        connection.check(library.virDomainGetState(domain, state, reason, 0));
        return state(connection, domain, state.getValue(), reason.getValue());
    }

    static DomainState state(Connection connection, DomainPointer domain, int state, int reason) {
        NativeLibvirt library = connection.library();
        boolean persistent = connection.check(library.virDomainIsPersistent(domain)) == 1;
        DomainState withoutSave = new DomainState(state, reason, false, persistent);
        boolean saved = !withoutSave.isActive() && library.virDomainHasManagedSaveImage(domain, 0) == 1;
        return new DomainState(state, reason, saved, persistent);
    }

    /** The document that the domain's next start will follow. */
    static String inactiveDocument(Connection connection, DomainPointer domain) {
        return document(connection, domain, INACTIVE);
    }

    /** All of the domain's documents: of its run and of its next start. */
    static List<String> documents(Connection connection, DomainPointer domain) {
        String now = document(connection, domain, 0);
        boolean running = connection.library().virDomainIsActive(domain) == 1;
        return running ? List.of(now, document(connection, domain, INACTIVE)) : List.of(now);
    }

    private static DomainXml xml(Connection connection, DomainPointer domain) {
        DomainXml xml = DomainXml.read(document(connection, domain, 0));
        boolean open = xml.graphics().stream().anyMatch(Graphics::exposedWithoutPassword);
        return open ? xml.withGraphics(graphicsWithSecrets(connection, domain)) : xml;
    }

    /** Only a document with its secrets tells that a screen has a password; what it is goes no further than this. */
    private static List<Graphics> graphicsWithSecrets(Connection connection, DomainPointer domain) {
        try {
            return DomainXml.read(document(connection, domain, SECURE)).graphics();
        } catch (EngineException refused) {
            if (refused.kind() != ErrorKind.DENIED) {
                throw refused;
            }
            // We may not know, and what is not known is not claimed.
            return DomainXml.read(document(connection, domain, 0)).graphics().stream()
                    .map(screen -> new Graphics(screen.type(), screen.listen(), false))
                    .toList();
        }
    }

    /** One of the domain's documents; {@code flags} say which. */
    static String document(Connection connection, DomainPointer domain, int flags) {
        return connection.take(connection.library().virDomainGetXMLDesc(domain, flags));
    }

    private static @Nullable Integer snapshots(Connection connection, DomainPointer domain) {
        int count = connection.library().virDomainSnapshotNum(domain, 0);
        return count < 0 ? unsupported(connection) : Integer.valueOf(count);
    }

    private static @Nullable Boolean autostart(Connection connection, DomainPointer domain) {
        IntByReference autostart = new IntByReference();
        int result = connection.library().virDomainGetAutostart(domain, autostart);
        return result < 0 ? unsupported(connection) : Boolean.valueOf(autostart.getValue() != 0);
    }

    /** Null for what the driver does not have; any other failure is one. */
    private static <T> @Nullable T unsupported(Connection connection) {
        EngineException failure = connection.failure();
        if (failure.kind() == ErrorKind.UNREACHABLE || failure.kind() == ErrorKind.NOT_FOUND) {
            throw failure;
        }
        return null;
    }
}
