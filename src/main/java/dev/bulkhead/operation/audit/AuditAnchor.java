package dev.bulkhead.operation.audit;

import jakarta.annotation.PreDestroy;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps where the chain ends outside the database, so that rows cannot be cut off at its end unnoticed: often in a file beside the key,
 * and once an hour in the log, which may be kept elsewhere.
 */
@Component
class AuditAnchor {

    private static final Logger LOG = LoggerFactory.getLogger(AuditAnchor.class);

    private final AuditTrail trail;
    private final AuditStore store;
    private final AuditFiles files;
    private ChainLink written = ChainLink.START;
    private ChainLink logged = ChainLink.START;

    AuditAnchor(AuditTrail trail, AuditStore store, AuditStart start) {
        this.trail = trail;
        this.store = store;
        this.files = start.files();
    }

    @Scheduled(fixedDelay = 5_000)
    @PreDestroy
    synchronized void write() {
        ChainLink head = trail.head();
        if (head.equals(written)) {
            return;
        }
        try {
            // First: a head whose row is lost with the power would look like a row that somebody cut off.
            store.makeDurable();
            files.writeHead(head);
            written = head;
        } catch (DataAccessException | UncheckedIOException failing) {
            LOG.warn("Where the audit record ends cannot be kept: {}", failing.getMessage());
        }
    }

    @Scheduled(fixedDelay = 3_600_000L, initialDelay = 60_000L)
    synchronized void log() {
        ChainLink head = trail.head();
        if (!head.equals(logged)) {
            LOG.info("Audit record: row {} has mac {}", head.seq(), head.mac());
            logged = head;
        }
    }
}
