package dev.bulkhead.libvirt;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.Image;
import dev.bulkhead.engine.Images;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Discs to install from: volumes of active pools in which libvirt found an ISO file system. It tells a volume's format in the volume's
 * own document only, so each costs a call.
 */
final class LibvirtImages implements Images {

    private static final String ISO = "iso";

    private final Connections connections;

    LibvirtImages(Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<Image> list() {
        return connections.call(connection -> {
            NativeLibvirt library = connection.library();
            List<Image> found = new ArrayList<>();
            Volumes.forEachPool(connection, Volumes.ACTIVE_POOLS, pool -> {
                String poolName = library.virStoragePoolGetName(pool);
                // A pool that was stopped meanwhile has no volumes.
                LibvirtErrors.forgiving(
                        () -> Volumes.forEach(connection, pool, volume -> {
                            String name = poolName + "/" + library.virStorageVolGetName(volume);
                            XmlNode document = XmlNode.parseOrAbsent(Volumes.document(connection, volume));
                            read(name, document).ifPresent(found::add);
                        }),
                        ErrorKind.CONFLICT);
            });
            return found;
        });
    }

    /** Empty for a volume that is something else. */
    static Optional<Image> read(String name, XmlNode document) {
        boolean iso = document.child("target").child("format").attribute("type").equals(ISO);
        return iso
                ? Optional.of(new Image(name, true, ISO, "", "", bytes(document.child("capacity")), null))
                : Optional.empty();
    }

    private static @Nullable ByteSize bytes(XmlNode capacity) {
        String amount = capacity.text();
        return capacity.attribute("unit").equals("bytes") && amount.matches("\\d{1,18}")
                ? new ByteSize(Long.parseLong(amount))
                : null;
    }
}
