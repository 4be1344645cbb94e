package dev.bulkhead.console;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.Screens.Screenshot;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes the pictures that {@link ThumbnailAlbum} says are due, at most two at a time from each engine: an engine that hangs holds up
 * no other, and leaves one of its own reading threads free.
 */
@Component
class ThumbnailCamera {

    private static final Logger LOG = LoggerFactory.getLogger(ThumbnailCamera.class);
    private static final int AT_ONCE = 2;
    private static final String PNG = "image/png";
    private static final int LARGEST = 4 * 1024 * 1024;

    private final InstanceDirectory instances;
    private final Function<InstanceId, Optional<Screenshot>> screen;
    private final ThumbnailAlbum album;
    private final Map<EngineId, Semaphore> takers = new ConcurrentHashMap<>();

    @Autowired
    ThumbnailCamera(InstanceDirectory instances, ConsoleOpener opener) {
        this(instances, opener::screenshot, ThumbnailPace.USUAL);
    }

    /** @param screen asks the engine: blocks, and throws {@link EngineException} */
    ThumbnailCamera(
            InstanceDirectory instances, Function<InstanceId, Optional<Screenshot>> screen, ThumbnailPace pace) {
        this.instances = instances;
        this.screen = screen;
        this.album = new ThumbnailAlbum(pace);
    }

    ThumbnailWatch watch(Runnable listener) {
        Watch watch = new Watch(listener);
        album.enter(watch);
        return watch;
    }

    Optional<Thumbnail> find(InstanceId id) {
        return album.find(id).filter(picture -> runs(id));
    }

    /** Costs nothing while nobody looks. */
    @Scheduled(fixedDelay = 500)
    void round() {
        album.dropUnless(this::runs);
        for (EngineId engine : album.due(this::runs)) {
            Semaphore free = takers.computeIfAbsent(engine, key -> new Semaphore(AT_ONCE));
            while (free.tryAcquire()) {
                InstanceId first = album.next(engine, this::runs);
                if (first == null) {
                    free.release();
                    break;
                }
                Thread.ofVirtual().name("thumbnails-" + engine).start(() -> takeAll(first, free));
            }
        }
    }

    private boolean runs(InstanceId id) {
        return instances.find(id).filter(ThumbnailCamera::hasScreen).isPresent();
    }

    private static boolean hasScreen(Instance instance) {
        return instance.kind() == InstanceKind.VIRTUAL_MACHINE
                && instance.state().isActive();
    }

    private void takeAll(InstanceId first, Semaphore place) {
        try {
            @Nullable InstanceId next = first;
            while (next != null) {
                take(next);
                next = album.next(next.engine(), this::runs);
            }
        } finally {
            place.release();
        }
    }

    private void take(InstanceId id) {
        try {
            album.put(
                    id,
                    screen.apply(id)
                            .filter(ThumbnailCamera::isShowable)
                            .map(Screenshot::bytes)
                            .orElse(null));
        } catch (EngineException failure) {
            // The page shows the engine's trouble itself; the last picture stays.
            album.failed(id, failure.kind().isRetryable());
        } catch (RuntimeException unexpected) {
            LOG.warn("No picture of {}", id, unexpected);
            album.failed(id, false);
        }
    }

    /** Browsers are told that it is a PNG, so nothing else may go out. */
    private static boolean isShowable(Screenshot screenshot) {
        return screenshot.type().equals(PNG) && screenshot.bytes().length <= LARGEST;
    }

    private final class Watch implements ThumbnailWatch, ThumbnailAlbum.Viewer {

        private final Runnable listener;

        Watch(Runnable listener) {
            this.listener = listener;
        }

        @Override
        public void changed() {
            listener.run();
        }

        @Override
        public void see(Set<InstanceId> ids) {
            album.see(this, ids.stream().limit(MOST).collect(Collectors.toUnmodifiableSet()));
            round();
        }

        @Override
        public void close() {
            album.leave(this);
        }
    }
}
