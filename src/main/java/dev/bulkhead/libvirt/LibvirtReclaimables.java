package dev.bulkhead.libvirt;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.Reclaimable;
import dev.bulkhead.engine.Reclaimable.Kind;
import dev.bulkhead.engine.Reclaimables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.StorageVolPointer;
import org.libvirt.jna.virStorageVolInfo;

/**
 * Volumes of active pools that no domain refers to, now or at its next start, and that are the backing file of no other volume. Discs to
 * install from are such volumes, too.
 */
final class LibvirtReclaimables implements Reclaimables {

    private static final int DIRECTORY = 2;
    private static final int NETWORK_DIRECTORY = 4;

    private final Connections connections;

    LibvirtReclaimables(Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<Reclaimable> list() {
        return connections.call(connection -> {
            List<Reclaimable> found = new ArrayList<>();
            Set<String> used = used(connection);
            Volumes.forEachPool(connection, Volumes.ACTIVE_POOLS, pool -> {
                String name = connection.library().virStoragePoolGetName(pool);
                Volumes.forEach(connection, pool, (volume, path) -> add(connection, found, used, name, volume, path));
            });
            return found;
        });
    }

    private static void add(
            Connection connection,
            List<Reclaimable> found,
            Set<String> used,
            String pool,
            StorageVolPointer volume,
            String path) {
        virStorageVolInfo info = Volumes.info(connection, volume);
        String name = connection.library().virStorageVolGetName(volume);
        boolean holdsVolumes = info.type == DIRECTORY || info.type == NETWORK_DIRECTORY;
        if (!holdsVolumes
                && !used.contains(path)
                && !used.contains(LocalMachine.realPath(path))
                && !used.contains(pool + "/" + name)) {
            found.add(new Reclaimable(Kind.VOLUME, name, pool, new ByteSize(Math.max(0, info.allocation))));
        }
    }

    /** Paths, and volumes of pools as {@code pool/volume}. */
    private static Set<String> used(Connection connection) {
        Set<String> used = new HashSet<>();
        Volumes.backingFiles(connection, Set.of()).forEach(path -> add(used, path));
        Domains.forEach(connection, 0, domain -> {
            for (XmlNode disk : DiskRemoval.sources(connection, domain)) {
                XmlNode source = disk.child("source");
                add(used, source.attribute("file"));
                add(used, source.attribute("dev"));
                used.add(source.attribute("pool") + "/" + source.attribute("volume"));
            }
            boots(connection, domain).forEach(path -> add(used, path));
        });
        return used;
    }

    /** What a domain boots from beside its disks. */
    private static List<String> boots(Connection connection, DomainPointer domain) {
        List<String> paths = new ArrayList<>();
        for (String document : DomainReader.documents(connection, domain)) {
            XmlNode os = XmlNode.parse(document).child("os");
            List.of("kernel", "initrd", "loader", "nvram", "dtb")
                    .forEach(name -> paths.add(os.child(name).text()));
        }
        return paths;
    }

    private static void add(Set<String> used, String path) {
        if (!path.isEmpty()) {
            used.add(path);
            used.add(LocalMachine.realPath(path));
        }
    }
}
