package dev.bulkhead.console;

import dev.bulkhead.access.Actor;
import dev.bulkhead.common.ChangeLog;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Begins and ends recordings. Trouble with one ends that recording and is logged; the console goes on. */
@Component
@EnableConfigurationProperties(RecordingSettings.class)
class Recorders {

    private static final Logger LOG = LoggerFactory.getLogger(Recorders.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final RecordingSettings settings;
    private final RecordingStore store;
    private final RecordingFiles files;
    private final ScreenRecorders screens;
    private final Map<UUID, Thread> running = new ConcurrentHashMap<>();
    private final ChangeLog<UUID> changes = new ChangeLog<>(1_000);

    Recorders(RecordingSettings settings, RecordingStore store, RecordingFiles files, ScreenRecorders screens) {
        this.settings = settings;
        this.store = store;
        this.files = files;
        this.screens = screens;
    }

    RecordingPolicy policy() {
        return settings.policy();
    }

    boolean isRunning(UUID recording) {
        return running.containsKey(recording);
    }

    ChangeLog<UUID> changes() {
        return changes;
    }

    /** To be called for each room that was opened. */
    void opened(Room room) {
        if (settings.policy() == RecordingPolicy.ALWAYS) {
            try {
                begin(room, room.owner.actor());
            } catch (UncheckedIOException | DataAccessException trouble) {
                LOG.error("A console that policy wants recorded is not, since that could not begin", trouble);
            }
        }
    }

    /** Begins to record the room; without effect when it is recorded already, has ended, or cannot be. */
    void begin(Room room, Actor by) {
        // A log needs no recording.
        if (!room.request.kind().takesInput() || room.recorder() != null) {
            return;
        }
        Recording recording = new Recording(
                UUID.randomUUID(),
                room.instance,
                room.instanceName,
                room.request.kind(),
                by.name(),
                Instant.now(),
                null,
                0,
                "");
        store.insert(recording);
        Recorder recorder = recorder(room, recording);
        Thread thread = Thread.ofVirtual()
                .name("recording-" + recording.id())
                .unstarted(() -> record(room, recorder, recording));
        running.put(recording.id(), thread);
        if (!room.attach(recorder)) {
            recorder.stop();
        }
        thread.start();
        changes.append(List.of(recording.id()));
    }

    private Recorder recorder(Room room, Recording recording) {
        try {
            OutputStream file = files.create(recording);
            return switch (room) {
                case TerminalRoom terminal -> new TerminalRecorder(terminal, recording, file, settings.input());
                case ScreenRoom screen -> screens.recorder(screen, file);
            };
        } catch (IOException trouble) {
            store.delete(recording.id());
            throw new UncheckedIOException("The recording could not begin: " + trouble.getMessage(), trouble);
        }
    }

    private void record(Room room, Recorder recorder, Recording recording) {
        try {
            recorder.run();
        } catch (IOException trouble) {
            LOG.warn("Recording {} ended early: {}", recording.id(), trouble.getMessage());
        }
        String watchers = room.detach(recorder);
        try {
            store.end(recording.ended(Instant.now(), files.size(recording), watchers));
        } catch (DataAccessException trouble) {
            LOG.warn("The end of recording {} was not written down; the next start does", recording.id(), trouble);
        }
        running.remove(recording.id());
        changes.append(List.of(recording.id()));
    }

    /** Lets recordings write their last words; their rooms have ended by now. */
    @PreDestroy
    void stop() throws InterruptedException {
        Instant end = Instant.now().plus(LAST_WORDS);
        for (Thread thread : running.values()) {
            Duration left = Duration.between(Instant.now(), end);
            if (left.isPositive()) {
                thread.join(left);
            }
        }
    }
}
