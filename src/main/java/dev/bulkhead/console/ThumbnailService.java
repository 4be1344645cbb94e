package dev.bulkhead.console;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.access.Rights;
import dev.bulkhead.common.InstanceId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Small live pictures of machines that run, taken while somebody sees them and at no other time. No method waits for an engine.
 */
@Service
public class ThumbnailService {

    private final ThumbnailCamera camera;
    private final AccessService access;

    ThumbnailService(ThumbnailCamera camera, AccessService access) {
        this.camera = camera;
        this.access = access;
    }

    /**
     * Begins to look; to be closed by whoever began. What the caller may not watch stays out of view.
     *
     * @param listener called after the picture of anything in view became another, or is there no more; any thread, must return at
     *     once
     */
    @Requires(Permission.CONSOLE_VIEW)
    public ThumbnailWatch watch(Runnable listener) {
        ThumbnailWatch watch = camera.watch(listener);
        return new ThumbnailWatch() {
            @Override
            public void see(Set<InstanceId> ids) {
                Rights rights = access.rights();
                watch.see(ids.stream()
                        .filter(id -> rights.at(Permission.CONSOLE_VIEW, id))
                        .collect(Collectors.toSet()));
            }

            @Override
            public void close() {
                watch.close();
            }
        };
    }

    /** The last picture; empty when nobody looks, the caller may not, before the first was taken, and when the machine does not run or has no screen. */
    @Requires(Permission.INSTANCE_VIEW)
    public Optional<Thumbnail> find(InstanceId id) {
        return access.allows(Permission.CONSOLE_VIEW, id) ? camera.find(id) : Optional.empty();
    }
}
