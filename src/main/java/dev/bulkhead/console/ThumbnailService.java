package dev.bulkhead.console;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.common.InstanceId;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Small live pictures of machines that run, taken while somebody sees them and at no other time. No method waits for an engine.
 */
@Service
public class ThumbnailService {

    private final ThumbnailCamera camera;

    ThumbnailService(ThumbnailCamera camera) {
        this.camera = camera;
    }

    /**
     * Begins to look; to be closed by whoever began.
     *
     * @param listener called after the picture of anything in view became another, or is there no more; any thread, must return at
     *     once
     */
    @Requires(Permission.CONSOLE_VIEW)
    public ThumbnailWatch watch(Runnable listener) {
        return camera.watch(listener);
    }

    /** The last picture; empty when nobody looks, before the first was taken, and when the machine does not run or has no screen. */
    @Requires(Permission.CONSOLE_VIEW)
    public Optional<Thumbnail> find(InstanceId id) {
        return camera.find(id);
    }
}
