package dev.bulkhead.libvirt;

import com.sun.jna.ptr.PointerByReference;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.StoragePoolPointer;
import org.libvirt.jna.StorageVolPointer;
import org.libvirt.jna.virStorageVolInfo;

/** Volumes of the storage pools. */
final class Volumes {

    /** Asks for pools whose volumes can be listed. */
    static final int ACTIVE_POOLS = 1 << 1;

    private static final int FILE = 0;

    private Volumes() {}

    /** The paths of the file volumes that disks name as their source. A source that is in no pool, or no file, is left out. */
    static Set<String> pathsOf(Connection connection, List<XmlNode> disks) {
        Set<String> paths = new HashSet<>();
        for (XmlNode disk : disks) {
            XmlNode source = disk.child("source");
            String path = switch (disk.attribute("type")) {
                case "file" -> filePath(connection, () -> byPath(connection, source.attribute("file")));
                case "volume" ->
                    filePath(
                            connection, () -> byName(connection, source.attribute("pool"), source.attribute("volume")));
                default -> null;
            };
            if (path != null) {
                paths.add(path);
            }
        }
        return paths;
    }

    /** The backing files of all volumes but {@code except}. */
    static Set<String> backingFiles(Connection connection, Set<String> except) {
        Set<String> backing = new HashSet<>();
        forEachPool(
                connection,
                ACTIVE_POOLS,
                pool -> forEach(connection, pool, (volume, path) -> {
                    if (!except.contains(path)) {
                        XmlNode document = XmlNode.parse(document(connection, volume));
                        backing.add(document.child("backingStore").child("path").text());
                    }
                }));
        return backing;
    }

    /**
     * Visits pools, by one bulk call, and frees their handles. One that goes meanwhile is passed over; a driver without storage has
     * none.
     */
    static void forEachPool(Connection connection, int flags, Consumer<StoragePoolPointer> visitor) {
        NativeLibvirt library = connection.library();
        PointerByReference found = new PointerByReference();
        int count = library.virConnectListAllStoragePools(connection.pointer(), found, flags);
        if (count < 0) {
            LibvirtErrors.forgiving(() -> connection.check(count), ErrorKind.UNSUPPORTED);
            return;
        }
        Handles.forEach(
                found,
                count,
                StoragePoolPointer::new,
                pool -> LibvirtErrors.forgiving(() -> visitor.accept(pool), ErrorKind.NOT_FOUND),
                library::virStoragePoolFree);
    }

    /** Visits the volumes of a pool with their paths, and frees their handles. One that goes meanwhile is passed over. */
    static void forEach(Connection connection, StoragePoolPointer pool, BiConsumer<StorageVolPointer, String> visitor) {
        forEach(connection, pool, volume -> visitor.accept(volume, path(connection, volume)));
    }

    /** Visits the volumes of a pool, by one bulk call, and frees their handles. One that goes meanwhile is passed over. */
    static void forEach(Connection connection, StoragePoolPointer pool, Consumer<StorageVolPointer> visitor) {
        NativeLibvirt library = connection.library();
        PointerByReference found = new PointerByReference();
        int count = connection.check(library.virStoragePoolListAllVolumes(pool, found, 0));
        Handles.forEach(
                found,
                count,
                StorageVolPointer::new,
                volume -> LibvirtErrors.forgiving(() -> visitor.accept(volume), ErrorKind.NOT_FOUND),
                library::virStorageVolFree);
    }

    static virStorageVolInfo info(Connection connection, StorageVolPointer volume) {
        virStorageVolInfo info = new virStorageVolInfo();
        connection.check(connection.library().virStorageVolGetInfo(volume, info));
        return info;
    }

    static String document(Connection connection, StorageVolPointer volume) {
        return connection.take(connection.library().virStorageVolGetXMLDesc(volume, 0));
    }

    private static String path(Connection connection, StorageVolPointer volume) {
        return connection.take(connection.library().virStorageVolGetPath(volume));
    }

    private static @Nullable String filePath(Connection connection, Supplier<StorageVolPointer> lookup) {
        StorageVolPointer volume;
        try {
            volume = lookup.get();
        } catch (EngineException absent) {
            if (absent.kind() == ErrorKind.NOT_FOUND) {
                return null;
            }
            throw absent;
        }
        try {
            return info(connection, volume).type == FILE ? path(connection, volume) : null;
        } finally {
            connection.library().virStorageVolFree(volume);
        }
    }

    private static StorageVolPointer byPath(Connection connection, String path) {
        return connection.check(connection.library().virStorageVolLookupByPath(connection.pointer(), path));
    }

    private static StorageVolPointer byName(Connection connection, String poolName, String name) {
        NativeLibvirt library = connection.library();
        StoragePoolPointer pool = connection.check(library.virStoragePoolLookupByName(connection.pointer(), poolName));
        try {
            return connection.check(library.virStorageVolLookupByName(pool, name));
        } finally {
            library.virStoragePoolFree(pool);
        }
    }
}
