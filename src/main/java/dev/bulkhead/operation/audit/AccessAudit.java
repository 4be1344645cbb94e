package dev.bulkhead.operation.audit;

import dev.bulkhead.access.AccessEvent;
import jakarta.annotation.PreDestroy;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Puts on record what happens at the door and to people's rights, and who is refused what. */
@Component
class AccessAudit {

    private final AuditTrail trail;
    private final AuditThrottle throttle = new AuditThrottle(System::nanoTime);

    AccessAudit(AuditTrail trail) {
        this.trail = trail;
    }

    @EventListener
    void happened(AccessEvent event) {
        AuditEntry entry = AuditEntry.now(
                event.origin(),
                event.verb(),
                new AuditTarget(event.target(), event.targetName()),
                outcome(event.kind()),
                event.detail().isEmpty() ? null : event.detail());
        switch (event.kind()) {
            case INTENT -> trail.record(entry);
            case DONE, FAILED -> trail.tell(entry);
            case REFUSED -> refused(entry);
        }
    }

    private static AuditOutcome outcome(AccessEvent.Kind kind) {
        return switch (kind) {
            case INTENT -> AuditOutcome.INTENT;
            case DONE -> AuditOutcome.DONE;
            case FAILED -> AuditOutcome.FAILED;
            case REFUSED -> AuditOutcome.REFUSED;
        };
    }

    private void refused(AuditEntry entry) {
        if (throttle.admits(entry)) {
            trail.tell(entry);
        }
    }

    @Scheduled(fixedDelay = 10_000)
    @PreDestroy
    void summarize() {
        throttle.summaries().forEach(trail::tell);
    }
}
