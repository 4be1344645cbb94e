package dev.bulkhead.lxd;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** Looks at files inside one instance. */
final class GuestFiles {

    private static final int MOST_LINKS = 8;
    private static final int MOST_BYTES = 1 << 20;

    private final LxdClient client;
    private final InstanceName instance;

    GuestFiles(LxdClient client, InstanceName instance) {
        this.client = client;
        this.instance = instance;
    }

    boolean isDirectory(String path) {
        return "directory".equals(type(path));
    }

    boolean isFile(String path) {
        return "file".equals(type(path));
    }

    /** The text of a file that is not too long; "" when there is none. */
    String text(String path) {
        try {
            return new String(client.bytes(address(path), MOST_BYTES), StandardCharsets.UTF_8);
        } catch (EngineException failure) {
            return orAbsent(failure, "");
        }
    }

    /** What a path leads to; null when that does not exist. */
    private @Nullable String type(String path) {
        String at = path;
        for (int links = 0; links < MOST_LINKS; links++) {
            String type = typeWithoutFollowing(at);
            if (!"symlink".equals(type)) {
                return type;
            }
            at = resolve(at, text(at));
        }
        return null;
    }

    private @Nullable String typeWithoutFollowing(String path) {
        try {
            HttpFields header = client.head(address(path));
            String type = header.get("X-LXD-type");
            return type == null ? header.get("X-Incus-type") : type;
        } catch (EngineException failure) {
            return orAbsent(failure, null);
        }
    }

    private static String resolve(String link, String target) {
        return target.startsWith("/") ? target : link.substring(0, link.lastIndexOf('/') + 1) + target;
    }

    private static <T extends @Nullable Object> T orAbsent(EngineException failure, T absent) {
        if (failure.kind() == ErrorKind.NOT_FOUND) {
            return absent;
        }
        throw failure;
    }

    private String address(String path) {
        return instance.path("files") + "&path=" + InstanceName.encode(path);
    }
}
