package dev.bulkhead.operation.audit;

import dev.bulkhead.access.Origin;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.common.Registration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The record of what was done, for pages and the API. Each reading method blocks for a statement or a few. */
@Service
public class AuditService {

    /** How many rows are read at most at once. */
    public static final int LARGEST_PAGE = 500;

    private final AuditSearch search;
    private final AuditTrail trail;
    private final AuditWatch watch;

    AuditService(AuditSearch search, AuditTrail trail, AuditWatch watch) {
        this.search = search;
        this.trail = trail;
        this.watch = watch;
    }

    /** The newest first. */
    @Requires(Permission.AUDIT_VIEW)
    public List<AuditRow> list(AuditQuery query, int offset, int limit) {
        return search.list(query, offset, Math.clamp(limit, 1, LARGEST_PAGE));
    }

    /** The newest first, of those before the row with that number: for whoever reads on and on, while new rows come. */
    @Requires(Permission.AUDIT_VIEW)
    public List<AuditRow> before(AuditQuery query, long seq, int limit) {
        return search.before(query, seq, Math.clamp(limit, 1, LARGEST_PAGE));
    }

    /** To be called before rows are taken away as a file: that is on record, too. */
    @Requires(Permission.AUDIT_VIEW)
    public void exporting(AuditQuery query, String format) {
        String which = query.equals(AuditQuery.ALL) ? "all rows" : "filtered rows";
        trail.tell(AuditEntry.now(
                Origin.current(), "audit.export", AuditTarget.NONE, AuditOutcome.DONE, which + " as " + format));
    }

    @Requires(Permission.AUDIT_VIEW)
    public int count(AuditQuery query) {
        return search.count(query);
    }

    /** All who are on record, in order, 200 at most. */
    @Requires(Permission.AUDIT_VIEW)
    public List<String> actors() {
        return search.actors();
    }

    /** All that was ever done or tried, in order, 200 at most. */
    @Requires(Permission.AUDIT_VIEW)
    public List<String> verbs() {
        return search.verbs();
    }

    /** What the last verification found; empty until one has ended since Bulkhead started. */
    @Requires(Permission.AUDIT_VIEW)
    public Optional<AuditVerification> verification() {
        return watch.latest();
    }

    /** How many rows the verification under way has proven; empty when none is. */
    @Requires(Permission.AUDIT_VIEW)
    public Optional<Long> progress() {
        return watch.progress();
    }

    /** Has the whole record verified. Returns at once; one that is under way goes on. */
    @Requires(Permission.AUDIT_VIEW)
    public void verify() {
        watch.start();
    }

    /** Calls {@code listener} after each new row; any thread, must return at once. */
    @Requires(Permission.AUDIT_VIEW)
    public Registration onChange(Runnable listener) {
        return trail.changes().onAppend(listener);
    }

    /** Calls {@code listener} when a verification begins, comes on or ends; any thread, must return at once. */
    @Requires(Permission.AUDIT_VIEW)
    public Registration onVerification(Runnable listener) {
        return watch.onChange(listener);
    }
}
