package dev.bulkhead.operation.audit;

import dev.bulkhead.common.ChangeLog;
import dev.bulkhead.common.Registration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has the record verified, soon after the start, once a day and whenever somebody asks, and keeps what was found. */
@Component
class AuditWatch {

    private static final Logger LOG = LoggerFactory.getLogger(AuditWatch.class);
    private static final long DAY = 24 * 3_600_000L;

    private final AuditVerifier verifier;
    private final ChangeLog<Boolean> changes = new ChangeLog<>(1);
    private volatile @Nullable AuditVerification latest;
    private @Nullable Long progress;

    AuditWatch(AuditVerifier verifier) {
        this.verifier = verifier;
    }

    Optional<AuditVerification> latest() {
        return Optional.ofNullable(latest);
    }

    synchronized Optional<Long> progress() {
        return Optional.ofNullable(progress);
    }

    Registration onChange(Runnable listener) {
        return changes.onAppend(listener);
    }

    @Scheduled(fixedDelay = DAY, initialDelay = 60_000L)
    void start() {
        synchronized (this) {
            if (progress != null) {
                return;
            }
            progress = 0L;
        }
        Thread.ofPlatform()
                .daemon()
                .name("audit-verification")
                .priority(Thread.MIN_PRIORITY)
                .start(this::run);
    }

    private void run() {
        try {
            changed(0L);
            AuditVerification found = verifier.verify(this::changed);
            latest = found;
            tell(found);
        } catch (RuntimeException failing) {
            LOG.error("The audit record cannot be verified now", failing);
        } finally {
            changed(null);
        }
    }

    private static void tell(AuditVerification found) {
        AuditVerification.Finding finding = found.finding();
        if (finding == null) {
            LOG.info("Audit record: {} rows verified", found.rows());
        } else {
            LOG.error("Audit record: row {} is {}", finding.seq(), finding.kind());
        }
    }

    private void changed(@Nullable Long proven) {
        synchronized (this) {
            progress = proven;
        }
        changes.append(List.of(true));
    }
}
