package dev.bulkhead.console;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.access.Rights;
import dev.bulkhead.common.Registration;
import dev.bulkhead.operation.audit.AuditEntry;
import dev.bulkhead.operation.audit.AuditOutcome;
import dev.bulkhead.operation.audit.AuditTarget;
import dev.bulkhead.operation.audit.AuditTrail;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/**
 * Recordings of consoles for pages and the API. They are begun and ended by {@link ConsoleService#record}. One of a private console is
 * there for whoever had it recorded and for those who manage consoles; for others there is none.
 */
@Service
public class RecordingService {

    private final RecordingStore store;
    private final RecordingFiles files;
    private final RecordingSweep sweep;
    private final Recorders recorders;
    private final AccessService access;
    private final AuditTrail audit;

    RecordingService(
            RecordingStore store,
            RecordingFiles files,
            RecordingSweep sweep,
            Recorders recorders,
            AccessService access,
            AuditTrail audit) {
        this.store = store;
        this.files = files;
        this.sweep = sweep;
        this.recorders = recorders;
        this.access = access;
        this.audit = audit;
    }

    /** The caller's recordings, the newest first, those that go on among them. */
    @Requires(Permission.ENTER)
    public List<Recording> list() {
        return store.list().stream().filter(visible()).map(this::asOfNow).toList();
    }

    @Requires(Permission.CONSOLE_VIEW)
    public Optional<Recording> find(UUID id) {
        return visible(id).map(this::asOfNow);
    }

    /**
     * The file of a recording, to be read and not to be changed; it grows while the recording goes on. That it was asked for is put on
     * record.
     */
    @Requires(Permission.CONSOLE_VIEW)
    public Optional<Path> content(UUID id) {
        Optional<Recording> found = visible(id);
        found.ifPresent(recording -> audit("recording.play", recording));
        return found.map(files::path);
    }

    /** Whether the caller may delete it: one's own, or all for those who manage consoles; none that goes on. */
    @Requires(Permission.CONSOLE_VIEW)
    public boolean mayDelete(Recording recording) {
        boolean own = recording.startedBy().equals(access.current().name());
        return recording.endedAt() != null && (own || access.allows(Permission.CONSOLE_MANAGE, recording.instance()));
    }

    /** @return false when there is none such, it goes on, or it is not the caller's to delete */
    @Requires(Permission.CONSOLE_VIEW)
    public boolean delete(UUID id) {
        Optional<Recording> found = visible(id).filter(this::mayDelete);
        found.ifPresent(recording -> {
            audit("recording.delete", recording);
            sweep.delete(recording);
        });
        return found.isPresent();
    }

    /** Calls {@code listener} after one began, ended or was deleted; any thread, must return at once. */
    @Requires(Permission.ENTER)
    public Registration onChange(Runnable listener) {
        return recorders.changes().onAppend(listener);
    }

    private Optional<Recording> visible(UUID id) {
        return store.find(id).filter(visible());
    }

    private Predicate<Recording> visible() {
        String caller = access.current().name();
        Rights rights = access.rights();
        return recording -> rights.at(Permission.CONSOLE_VIEW, recording.instance())
                && (!recording.kind().isPrivate()
                        || recording.startedBy().equals(caller)
                        || rights.at(Permission.CONSOLE_MANAGE, recording.instance()));
    }

    private Recording asOfNow(Recording recording) {
        return recording.endedAt() == null
                ? new Recording(
                        recording.id(),
                        recording.instance(),
                        recording.instanceName(),
                        recording.kind(),
                        recording.startedBy(),
                        recording.startedAt(),
                        null,
                        files.size(recording),
                        recording.watchers())
                : recording;
    }

    private void audit(String verb, Recording recording) {
        audit.record(AuditEntry.now(
                access.credential().origin(),
                verb,
                new AuditTarget(recording.instance().toString(), recording.instanceName()),
                AuditOutcome.DONE,
                recording.kind() + " " + recording.id()));
    }
}
