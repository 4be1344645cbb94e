package dev.bulkhead.libvirt;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.HostFacts.Pool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
        Volumes.forEachPool(connection, 0, pool -> pools.add(read(connection, pool)));
        return pools;
    }

    private Pool read(Connection connection, StoragePoolPointer pool) {
        NativeLibvirt library = connection.library();
        String name = library.virStoragePoolGetName(pool);
        virStoragePoolInfo info = new virStoragePoolInfo();
        connection.check(library.virStoragePoolGetInfo(pool, info));
        XmlNode document = XmlNode.parse(connection.take(library.virStoragePoolGetXMLDesc(pool, 0)));
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
    }

    private ByteSize promised(Connection connection, String name, StoragePoolPointer pool) {
        Promise known = promises.get(name);
        if (known != null && known.isFresh()) {
            return known.size();
        }
        List<ByteSize> sizes = new ArrayList<>();
        Volumes.forEach(connection, pool, volume -> sizes.add(size(Volumes.info(connection, volume).capacity)));
        ByteSize sum = sizes.stream().reduce(ByteSize.ZERO, ByteSize::plus);
        promises.put(name, new Promise(sum, System.nanoTime()));
        return sum;
    }

    private static String location(XmlNode document) {
        String path = document.child("target").child("path").text();
        return path.isEmpty() ? document.child("source").child("name").text() : path;
    }

    private static ByteSize size(long bytes) {
        return new ByteSize(bytes < 0 ? Long.MAX_VALUE : bytes);
    }
}
