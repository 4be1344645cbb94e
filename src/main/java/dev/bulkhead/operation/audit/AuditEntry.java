package dev.bulkhead.operation.audit;

import dev.bulkhead.access.Origin;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did or tried. Overlong texts are cut when it is written.
 *
 * @param at when
 * @param origin who, and from where
 * @param verb as the API spells it: {@code start}, {@code console.open}
 * @param target what it was done to
 * @param outcome how far it came
 * @param operation the tracked work that it belongs to; null when it is none
 * @param detail how and why, without secrets
 */
public record AuditEntry(
        Instant at,
        Origin origin,
        String verb,
        AuditTarget target,
        AuditOutcome outcome,
        @Nullable UUID operation,
        @Nullable String detail) {

    /** What happens now and is no operation. */
    public static AuditEntry now(
            Origin origin, String verb, AuditTarget target, AuditOutcome outcome, @Nullable String detail) {
        return new AuditEntry(Instant.now(), origin, verb, target, outcome, null, detail);
    }

    /** As every database gives it back: what is signed must be what is read. */
    AuditEntry cleaned() {
        return new AuditEntry(
                at.truncatedTo(ChronoUnit.MICROS),
                new Origin(
                        AuditText.clean(origin.actor(), 100),
                        origin.proof(),
                        AuditText.cleanIfAny(origin.signIn(), 20),
                        AuditText.cleanIfAny(origin.address(), 64)),
                AuditText.clean(verb, 40),
                target.cleaned(),
                outcome,
                operation,
                AuditText.cleanIfAny(detail, 500));
    }
}
