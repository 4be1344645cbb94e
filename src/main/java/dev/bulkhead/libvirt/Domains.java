package dev.bulkhead.libvirt;

import com.sun.jna.ptr.PointerByReference;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.Libvirt;

/** Handles of domains: how they are had and given back. */
final class Domains {

    /** Asks what libvirt knows of its domains by flags, one bulk call a flag (virConnectListAllDomainsFlags). */
    static final int TRANSIENT = 1 << 3;

    static final int WITH_MANAGED_SAVE = 1 << 8;
    static final int WITH_AUTOSTART = 1 << 10;
    static final int WITH_SNAPSHOT = 1 << 12;

    private Domains() {}

    /** The domain's UUID. Kept in the handle: no call over the wire. */
    static String uuid(DomainPointer domain) {
        byte[] uuid = new byte[Libvirt.VIR_UUID_BUFLEN];
        EventLoop.library().virDomainGetUUID(domain, uuid);
        ByteBuffer bytes = ByteBuffer.wrap(uuid);
        return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }

    /** Does {@code work} with the domain of a UUID; empty when there is none, or when it goes meanwhile. */
    static <T> Optional<T> with(Connection connection, String uuid, Function<DomainPointer, T> work) {
        try {
            return Optional.of(withExisting(connection, uuid, work));
        } catch (EngineException failed) {
            if (failed.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    /**
     * Does {@code work} with the domain of a UUID.
     *
     * @throws EngineException NOT_FOUND when there is none
     */
    static <T> T withExisting(Connection connection, String uuid, Function<DomainPointer, T> work) {
        if (!isUuid(uuid)) {
            throw new EngineException(ErrorKind.NOT_FOUND, connection.engine(), "No domain has the id " + uuid);
        }
        NativeLibvirt library = connection.library();
        DomainPointer domain = connection.check(library.virDomainLookupByUUIDString(connection.pointer(), uuid));
        try {
            return work.apply(domain);
        } finally {
            library.virDomainFree(domain);
        }
    }

    /** The UUIDs of all domains that {@code flag} holds for, by one bulk call. */
    static Set<String> having(Connection connection, int flag) {
        Set<String> uuids = new HashSet<>();
        forEach(connection, flag, domain -> uuids.add(uuid(domain)));
        return uuids;
    }

    /** Visits all domains that {@code flags} hold for, by one bulk call, and frees their handles. */
    static void forEach(Connection connection, int flags, Consumer<DomainPointer> visitor) {
        NativeLibvirt library = connection.library();
        PointerByReference found = new PointerByReference();
        int count = connection.check(library.virConnectListAllDomains(connection.pointer(), found, flags));
        Handles.forEach(found, count, DomainPointer::new, visitor, library::virDomainFree);
    }

    private static boolean isUuid(String text) {
        return text.length() == 36 && text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }
}
