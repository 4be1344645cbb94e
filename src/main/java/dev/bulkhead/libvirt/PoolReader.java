package dev.bulkhead.libvirt;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.HostFacts.Pool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.CString;
import org.libvirt.jna.StoragePoolPointer;
import org.libvirt.jna.virStoragePoolInfo;

/** Reads storage pools. What is promised in one costs a call a volume, so that figure may be a minute old. */
final class PoolReader {

    private static final int RUNNING = 2;
    private static final long PROMISE_NANOS = Duration.ofMinutes(1).toNanos();

    private final Map<String, Promise> promises = new ConcurrentHashMap<>();

    private record Promise(ByteSize size, long readAt) {
        boolean isFresh() {
            return System.nanoTime() - readAt < PROMISE_NANOS;
        }
    }

    List<Pool> read(Connection connection) {
        List<Pool> pools = new ArrayList<>();
        try {
            Volumes.forEachPool(connection, 0, pool -> {
                Pool read = read(connection, pool);
                if (read != null) {
                    pools.add(read);
                }
            });
        } catch (EngineException failed) {
            // A driver without storage has no pools.
            if (failed.kind() != ErrorKind.UNSUPPORTED) {
                throw failed;
            }
        }
        return pools;
    }

    /** Null when the pool went away. */
    private @Nullable Pool read(Connection connection, StoragePoolPointer pool) {
        try {
            NativeLibvirt library = connection.library();
            String name = library.virStoragePoolGetName(pool);
            virStoragePoolInfo info = new virStoragePoolInfo();
            connection.check(library.virStoragePoolGetInfo(pool, info));
            XmlNode document = document(connection, pool);
            boolean active = info.state == RUNNING;
            return new Pool(
                    name,
                    document.attribute("type"),
                    location(document),
                    active ? size(info.capacity) : null,
                    // What is left to give is not capacity less allocation where a pool holds more than its volumes.
                    active ? size(Math.max(0, info.capacity - info.available)) : null,
                    active ? promised(connection, name, pool) : null,
                    active);
        } catch (EngineException failed) {
            if (failed.kind() == ErrorKind.NOT_FOUND) {
                return null;
            }
            throw failed;
        }
    }

    private ByteSize promised(Connection connection, String name, StoragePoolPointer pool) {
        Promise known = promises.get(name);
        if (known != null && known.isFresh()) {
            return known.size();
        }
        List<ByteSize> sizes = new ArrayList<>();
        Volumes.forEach(connection, pool, (volume, path) -> sizes.add(size(Volumes.info(connection, volume).capacity)));
        ByteSize sum = sizes.stream().reduce(ByteSize.ZERO, ByteSize::plus);
        promises.put(name, new Promise(sum, System.nanoTime()));
        return sum;
    }

    private static String location(XmlNode document) {
        String path = document.child("target").child("path").text();
        return path.isEmpty() ? document.child("source").child("name").text() : path;
    }

    private static XmlNode document(Connection connection, StoragePoolPointer pool) {
        CString document = connection.check(connection.library().virStoragePoolGetXMLDesc(pool, 0));
        try {
            return XmlNode.parse(document.toString());
        } finally {
            document.free();
        }
    }

    private static ByteSize size(long bytes) {
        return new ByteSize(bytes < 0 ? Long.MAX_VALUE : bytes);
    }
}
