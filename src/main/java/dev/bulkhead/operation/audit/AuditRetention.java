package dev.bulkhead.operation.audit;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes old rows out of the table, where that is wished for: into a signed file first, then a row says which, and only then are they
 * deleted. Whatever ends Bulkhead in between, nothing is lost and the rest is done at the next time. A record that does not verify is
 * left as it is: what is wrong with it must not be tidied away.
 */
@Component
class AuditRetention {

    private static final Logger LOG = LoggerFactory.getLogger(AuditRetention.class);

    private final AuditStore store;
    private final AuditTrail trail;
    private final AuditVerifier verifier;
    private final AuditArchive archive;
    private final @Nullable Duration keep;
    private final InstantSource clock;

    @Autowired
    AuditRetention(
            AuditStore store, AuditTrail trail, AuditVerifier verifier, AuditStart start, AuditSettings settings) {
        this(store, trail, verifier, start, settings, InstantSource.system());
    }

    AuditRetention(
            AuditStore store,
            AuditTrail trail,
            AuditVerifier verifier,
            AuditStart start,
            AuditSettings settings,
            InstantSource clock) {
        this.store = store;
        this.trail = trail;
        this.verifier = verifier;
        this.archive = new AuditArchive(settings.archiveDir(), start.key().secret());
        this.keep = settings.keep();
        this.clock = clock;
    }

    /** Before the first verification: rows that an end left behind between two steps would look like strangers. */
    @Scheduled(initialDelay = 20_000L, fixedDelay = 24 * 3_600_000L)
    synchronized void run() {
        Duration kept = keep;
        try {
            ChainLink cut = AuditCut.last(store);
            store.deleteUpTo(cut.seq());
            if (kept != null) {
                cut(cut, clock.instant().minus(kept));
            }
        } catch (DataAccessException | IOException failing) {
            LOG.error("Old rows of the audit record could not be put away; tried again tomorrow", failing);
        }
    }

    private void cut(ChainLink before, Instant oldest) throws IOException {
        Optional<ChainLink> last = store.lastBefore(oldest).filter(link -> link.seq() > before.seq());
        if (last.isEmpty()) {
            return;
        }
        AuditVerification found = verifier.verify(proven -> {});
        if (!found.isIntact()) {
            LOG.error("The audit record does not verify, so its old rows stay where they are");
            return;
        }
        ChainLink end = last.get();
        String file = archive.write(store, before, end.seq());
        trail.record(AuditEntry.now(
                dev.bulkhead.access.Origin.SYSTEM,
                AuditCut.VERB,
                AuditCut.target(end, file),
                AuditOutcome.DONE,
                "Rows %d to %d were put into %s".formatted(before.seq() + 1, end.seq(), file)));
        store.deleteUpTo(end.seq());
        LOG.info("Audit record: rows up to {} were put into {}", end.seq(), file);
    }
}
