package dev.bulkhead.libvirt;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.StorageVolPointer;

/**
 * Removes the volumes that only one domain used. Found while the domain still stands, removed when it is gone. Whatever is not a file
 * volume of a pool, is read-only, shared, used by another domain or the backing file of another volume stays.
 */
final class DiskRemoval {

    private final Connection connection;
    private final List<String> paths;

    private DiskRemoval(Connection connection, List<String> paths) {
        this.connection = connection;
        this.paths = paths;
    }

    static DiskRemoval plan(Connection connection, DomainPointer domain) {
        String uuid = Domains.uuid(domain);
        Set<String> own = Volumes.pathsOf(connection, ownWritable(DomainReader.inactiveDocument(connection, domain)));
        if (own.isEmpty()) {
            return new DiskRemoval(connection, List.of());
        }
        Set<String> used = new HashSet<>(Volumes.backingFiles(connection, own));
        Domains.forEach(connection, 0, other -> {
            if (!Domains.uuid(other).equals(uuid)) {
                List<XmlNode> sources = sources(connection, other);
                used.addAll(Volumes.pathsOf(connection, sources));
                sources.forEach(disk ->
                        used.add(LocalMachine.realPath(disk.child("source").attribute("file"))));
            }
        });
        return new DiskRemoval(
                connection,
                own.stream()
                        .filter(path -> !used.contains(path) && !used.contains(LocalMachine.realPath(path)))
                        .toList());
    }

    /**
     * Removes them.
     *
     * @throws EngineException when some could not be; the message names them, since the domain is gone by now
     */
    void remove() {
        List<String> failures = new ArrayList<>();
        ErrorKind kind = ErrorKind.INTERNAL;
        for (String path : paths) {
            try {
                delete(path);
            } catch (EngineException failed) {
                kind = failed.kind();
                failures.add(path + " (" + failed.getMessage() + ")");
            }
        }
        if (!failures.isEmpty()) {
            throw new EngineException(
                    kind,
                    connection.engine(),
                    "The domain is deleted, but of its volumes these are still there: " + String.join(", ", failures));
        }
    }

    private void delete(String path) {
        NativeLibvirt library = connection.library();
        StorageVolPointer volume = connection.check(library.virStorageVolLookupByPath(connection.pointer(), path));
        try {
            connection.check(library.virStorageVolDelete(volume, 0));
        } finally {
            library.virStorageVolFree(volume);
        }
    }

    private static List<XmlNode> ownWritable(String document) {
        return XmlNode.parse(document).child("devices").children("disk").stream()
                .filter(disk -> disk.attribute("device").isEmpty()
                        || disk.attribute("device").equals("disk"))
                .filter(disk -> !disk.child("readonly").exists()
                        && !disk.child("shareable").exists()
                        && !disk.child("transient").exists())
                .toList();
    }

    /** All that another domain touches, now or at its next start, with the backing files that its document names. */
    static List<XmlNode> sources(Connection connection, DomainPointer other) {
        List<XmlNode> disks = new ArrayList<>();
        for (String document : DomainReader.documents(connection, other)) {
            for (XmlNode disk : XmlNode.parse(document).child("devices").children("disk")) {
                for (XmlNode layer = disk; layer.exists(); layer = layer.child("backingStore")) {
                    disks.add(layer);
                }
            }
        }
        return disks;
    }
}
