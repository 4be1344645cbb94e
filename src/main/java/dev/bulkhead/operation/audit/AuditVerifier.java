package dev.bulkhead.operation.audit;

import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/** Verifies the record of the Bulkhead that runs: up to where its chain ends now. */
@Component
class AuditVerifier {

    private final AuditTrail trail;
    private final AuditProof proof;

    AuditVerifier(AuditStore store, AuditTrail trail, AuditStart start) {
        this.trail = trail;
        this.proof = new AuditProof(store, start.key());
    }

    /** As {@link AuditProof#of}. */
    AuditVerification verify(LongConsumer progress) {
        return proof.of(trail.head(), trail::firstBeyondTheEnd, progress);
    }
}
