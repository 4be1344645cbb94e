package dev.bulkhead.operation.audit;

import dev.bulkhead.access.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Finds, at a start, where the chain goes on. The files beside the key are believed before the table is: what is missing at the table's
 * end stays a gap that verification names. A start is never refused for what the record lost; it says so in the record.
 */
@Component
@EnableConfigurationProperties(AuditSettings.class)
class AuditStart {

    private static final Logger LOG = LoggerFactory.getLogger(AuditStart.class);

    private final AuditFiles files;
    private final AuditFiles.Key key;
    private final ChainLink last;
    private final List<AuditEntry> announcements = new ArrayList<>();

    AuditStart(AuditStore store, UnchainedRows unchained, AuditSettings settings) {
        files = new AuditFiles(settings.keyFile());
        ChainLink inTable = store.last();
        Optional<ChainLink> kept = files.head();
        last = kept.filter(head -> head.seq() > inTable.seq()).orElse(inTable);
        Optional<AuditFiles.Key> known = files.key();
        key = known.orElseGet(() -> files.makeKey(last));
        if (known.isEmpty() && last.seq() > 0) {
            announce("audit.new-key", "The key was missing; rows up to " + last.seq() + " cannot be verified any more");
        }
        if (known.isPresent() && kept.isEmpty() && last.seq() > 0) {
            announce("audit.no-head", "It is not known where the record ended; goes on after row " + last.seq());
        }
        if (last.seq() > inTable.seq()) {
            announce("audit.cut-off", "Rows %d to %d are missing".formatted(inTable.seq() + 1, last.seq()));
        }
        if (last.seq() == 0) {
            announcements.addAll(unchained.all());
        }
    }

    AuditFiles files() {
        return files;
    }

    AuditFiles.Key key() {
        return key;
    }

    /** The row that the next one follows. */
    ChainLink last() {
        return last;
    }

    /** What the record has to say first: about itself, or what stood in the table before there was a chain. */
    List<AuditEntry> announcements() {
        return announcements;
    }

    private void announce(String verb, String detail) {
        LOG.warn("Audit record: {}", detail);
        announcements.add(announcement(verb, AuditOutcome.FAILED, detail));
    }

    static AuditEntry announcement(String verb, AuditOutcome outcome, String detail) {
        return AuditEntry.now(Origin.SYSTEM, verb, AuditTarget.NONE, outcome, detail)
                .cleaned();
    }
}
