package dev.bulkhead.console;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps recordings within their quota and their time, and closes at the start what an earlier run left open. */
@Component
class RecordingSweep {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingSweep.class);
    /** Small ones would never fill the quota, and every reader of the list holds them all. */
    static final int MOST = 10_000;

    private final RecordingSettings settings;
    private final RecordingStore store;
    private final RecordingFiles files;
    private final Recorders recorders;

    RecordingSweep(RecordingSettings settings, RecordingStore store, RecordingFiles files, Recorders recorders) {
        this.settings = settings;
        this.store = store;
        this.files = files;
        this.recorders = recorders;
    }

    @EventListener(ApplicationReadyEvent.class)
    void closeUnfinished() {
        for (Recording each : store.list()) {
            if (each.endedAt() == null && !recorders.isRunning(each.id())) {
                close(each);
            }
        }
    }

    private void close(Recording recording) {
        try {
            files.mend(recording);
            Instant written = Files.getLastModifiedTime(files.path(recording)).toInstant();
            store.end(recording.ended(written, files.size(recording), recording.watchers()));
        } catch (IOException missing) {
            store.delete(recording.id());
        }
    }

    @Scheduled(fixedDelay = 30_000)
    void sweep() {
        long left = settings.quota().toBytes();
        int places = MOST;
        Instant oldest = Instant.now().minus(settings.keep());
        for (Recording each : store.list()) {
            boolean goesOn = each.endedAt() == null;
            long size = goesOn ? files.size(each) : each.bytes();
            places--;
            boolean stays = left >= size && places >= 0 && each.startedAt().isAfter(oldest);
            if (goesOn || stays) {
                left -= size;
            } else {
                delete(each);
            }
        }
    }

    /** The file first: what has no row would lie there for ever. */
    void delete(Recording recording) {
        try {
            files.delete(recording);
        } catch (IOException trouble) {
            LOG.warn("The file of recording {} could not be deleted: {}", recording.id(), trouble.getMessage());
            return;
        }
        store.delete(recording.id());
        recorders.changes().append(List.of(recording.id()));
    }
}
