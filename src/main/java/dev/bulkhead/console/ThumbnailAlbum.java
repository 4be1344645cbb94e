package dev.bulkhead.console;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pictures that somebody sees, and when the next of each is due. Holds none that nobody sees. */
final class ThumbnailAlbum {

    private static final int VERSION_BYTES = 12;

    private final ThumbnailPace pace;
    private final Map<Viewer, Set<InstanceId>> viewers = new HashMap<>();
    private final Map<InstanceId, Page> pages = new HashMap<>();

    ThumbnailAlbum(ThumbnailPace pace) {
        this.pace = pace;
    }

    /** Who is told that a picture is another. */
    interface Viewer {
        /** Any thread; returns at once. */
        void changed();
    }

    private static final class Page {
        private @Nullable Thumbnail picture;
        private boolean underWay;
        private long since = System.nanoTime();
        private Duration pause = Duration.ZERO;

        private void pause(Duration wanted) {
            since = System.nanoTime();
            pause = wanted;
        }

        /** How long it has been due; the one that has waited longest comes first. */
        private long waited() {
            return System.nanoTime() - since - pause.toNanos();
        }
    }

    synchronized void enter(Viewer viewer) {
        viewers.put(viewer, Set.of());
    }

    /** Does nothing for one that has left. */
    synchronized void see(Viewer viewer, Set<InstanceId> ids) {
        Set<InstanceId> before = viewers.replace(viewer, ids);
        if (before == null) {
            return;
        }
        for (InstanceId id : ids) {
            Page page = pages.computeIfAbsent(id, key -> new Page());
            if (page.pause.equals(pace.still()) && !before.contains(id)) {
                page.pause = pace.many();
            }
        }
        forgetUnseen();
    }

    synchronized void leave(Viewer viewer) {
        viewers.remove(viewer);
        forgetUnseen();
    }

    private void forgetUnseen() {
        pages.keySet().removeIf(id -> viewers.values().stream().noneMatch(seen -> seen.contains(id)));
    }

    synchronized Optional<Thumbnail> find(InstanceId id) {
        return Optional.ofNullable(pages.get(id)).map(page -> page.picture);
    }

    /** Engines that have a machine to be taken now. */
    synchronized Set<EngineId> due(Predicate<InstanceId> runs) {
        return pages.entrySet().stream()
                .filter(entry -> isDue(entry.getValue()) && runs.test(entry.getKey()))
                .map(entry -> entry.getKey().engine())
                .collect(Collectors.toSet());
    }

    /** The machine of that engine whose turn it is, which is the caller's from now on until {@link #put} or {@link #failed}. */
    synchronized @Nullable InstanceId next(EngineId engine, Predicate<InstanceId> runs) {
        Optional<Map.Entry<InstanceId, Page>> next = pages.entrySet().stream()
                .filter(entry -> entry.getKey().engine().equals(engine) && isDue(entry.getValue()))
                .filter(entry -> runs.test(entry.getKey()))
                .max(Comparator.comparingLong(entry -> entry.getValue().waited()));
        next.ifPresent(entry -> entry.getValue().underWay = true);
        return next.map(Map.Entry::getKey).orElse(null);
    }

    private static boolean isDue(Page page) {
        return !page.underWay && page.waited() >= 0;
    }

    /** @param png null when there is nothing to show */
    void put(InstanceId id, byte @Nullable [] png) {
        String version = png == null ? "" : version(png);
        List<Viewer> told;
        synchronized (this) {
            Page page = pages.get(id);
            if (page == null) {
                return;
            }
            boolean still = version.equals(page.picture == null ? "" : page.picture.version());
            page.underWay = false;
            page.pause(interval(id, still));
            if (still) {
                return;
            }
            page.picture = png == null ? null : new Thumbnail(version, png);
            told = viewersOf(id);
        }
        told.forEach(Viewer::changed);
    }

    /** @param wholeEngine whether none of its machines need be tried for a while */
    synchronized void failed(InstanceId id, boolean wholeEngine) {
        pages.forEach((each, page) -> {
            if (each.equals(id)) {
                page.underWay = false;
                page.pause(pace.rest());
            } else if (wholeEngine && each.engine().equals(id.engine())) {
                page.pause(pace.rest());
            }
        });
    }

    /** A machine that has stopped keeps no picture, and is taken at once when it runs again. */
    void dropUnless(Predicate<InstanceId> runs) {
        Set<Viewer> told = new HashSet<>();
        synchronized (this) {
            pages.forEach((id, page) -> {
                if (page.picture != null && !runs.test(id)) {
                    page.picture = null;
                    page.pause(Duration.ZERO);
                    told.addAll(viewersOf(id));
                }
            });
        }
        told.forEach(Viewer::changed);
    }

    private Duration interval(InstanceId id, boolean still) {
        if (viewers.values().stream().anyMatch(seen -> seen.equals(Set.of(id)))) {
            return pace.one();
        }
        return still ? pace.still() : pace.many();
    }

    private List<Viewer> viewersOf(InstanceId id) {
        return viewers.entrySet().stream()
                .filter(entry -> entry.getValue().contains(id))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String version(byte[] png) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(png);
            return HexFormat.of().formatHex(hash, 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
