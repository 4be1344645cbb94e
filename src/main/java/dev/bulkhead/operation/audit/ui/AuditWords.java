package dev.bulkhead.operation.audit.ui;

import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.access.Origin;
import dev.bulkhead.access.Permission;
import dev.bulkhead.common.ui.Tone;
import dev.bulkhead.operation.audit.AuditOutcome;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How the record is told to its reader. */
final class AuditWords {

    private static final Set<String> ACTIONS =
            Set.of("start", "shutdown", "powerOff", "restart", "reset", "pause", "resume", "delete", "deleteWithDisks");
    private static final Set<String> OTHERS = Set.of(
            "sign-in",
            "sign-out",
            "set-up",
            "user.add",
            "user.groups",
            "user.password",
            "user.enable",
            "user.disable",
            "user.let-in",
            "grant.give",
            "grant.take",
            "confirm",
            "session.end",
            "session.expire",
            "two-step.on",
            "two-step.off",
            "two-step.recovery-codes",
            "two-step.reset",
            "passkey.add",
            "passkey.rename",
            "passkey.remove",
            "token",
            "token.make",
            "token.revoke",
            "role.add",
            "role.delete",
            "group.add",
            "group.members",
            "group.delete",
            "project.add",
            "project.rename",
            "project.delete",
            "project.put",
            "project.limits",
            "lease.renew",
            "alert.rule.add",
            "alert.rule.change",
            "alert.rule.delete",
            "alert.target.add",
            "alert.target.change",
            "alert.target.delete",
            "alert.target.test",
            "console.open",
            "console.close",
            "console.connect",
            "console.end",
            "console.record",
            "console.record-end",
            "recording.play",
            "recording.delete",
            "audit.export",
            "audit.new-key",
            "audit.no-head",
            "audit.cut",
            "audit.cut-off",
            "audit.lost");

    /** What was refused for want of a right goes by the right. */
    private static final Set<String> RIGHTS =
            Arrays.stream(Permission.values()).map(AuditWords::key).collect(Collectors.toUnmodifiableSet());

    private AuditWords() {}

    /** In words where there are some; a verb that has none speaks for itself. */
    static String verb(String verb) {
        if (ACTIONS.contains(verb)) {
            return text("verb." + verb);
        }
        if (RIGHTS.contains(verb)) {
            return text("audit.verb.right", text("permission." + verb));
        }
        return OTHERS.contains(verb) ? text("audit.verb." + verb) : verb;
    }

    static String who(Origin origin) {
        if (!origin.actor().isEmpty()) {
            return origin.actor();
        }
        return text(origin.proof() == Origin.Proof.SYSTEM ? "audit.by-itself" : "audit.by-stranger");
    }

    static String proof(Origin.Proof proof) {
        return text("audit.proof." + key(proof));
    }

    static String outcome(AuditOutcome outcome) {
        return text("audit.outcome." + key(outcome));
    }

    static Tone tone(AuditOutcome outcome) {
        return switch (outcome) {
            case DONE -> Tone.RUNNING;
            case FAILED, UNREADABLE -> Tone.TROUBLE;
            case REFUSED, INTERRUPTED -> Tone.PAUSED;
            case INTENT, CANCELLED, FOUND, ENDED -> Tone.STOPPED;
        };
    }

    /** As addresses and the resource bundle spell a constant. */
    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
