package dev.bulkhead.operation.audit.ship;

import dev.bulkhead.operation.audit.AuditEntry;
import dev.bulkhead.operation.audit.AuditJson;
import dev.bulkhead.operation.audit.AuditOutcome;
import dev.bulkhead.operation.audit.AuditRow;
import java.nio.charset.StandardCharsets;

/**
 * A row as RFC 5424 has it: what one searches for as structured data, the whole row as JSON in the message. A line's end in the row is
 * escaped there, so that no row can look like two.
 */
final class SyslogMessage {

    /** Log audit, as RFC 5424 numbers it. */
    private static final int FACILITY = 13;

    private static final int WARNING = 4;
    private static final int NOTICE = 5;
    private static final int LONGEST_NAME = 32;

    private SyslogMessage() {}

    /** @param host what this machine is called */
    static byte[] of(AuditRow row, String host) {
        AuditEntry entry = row.entry();
        String head = "<%d>1 %s %s bulkhead - %s [audit@32473 seq=\"%d\" actor=\"%s\" outcome=\"%s\"] "
                .formatted(
                        FACILITY * 8 + severity(entry.outcome()),
                        entry.at(),
                        host,
                        name(entry.verb()),
                        row.seq(),
                        escaped(entry.origin().actor()),
                        entry.outcome().name());
        return (head + "\ufeff" + AuditJson.line(row)).getBytes(StandardCharsets.UTF_8);
    }

    private static int severity(AuditOutcome outcome) {
        return switch (outcome) {
            case FAILED, REFUSED, INTERRUPTED, UNREADABLE -> WARNING;
            case INTENT, DONE, CANCELLED, FOUND, ENDED -> NOTICE;
        };
    }

    /** Printable ASCII without spaces, 32 characters at most. */
    private static String name(String verb) {
        String name = verb.replaceAll("[^!-~]", "?");
        return name.isEmpty() ? "-" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private static String escaped(String value) {
        return value.replaceAll("([\"\\\\\\]])", "\\\\$1").replaceAll("\\p{Cntrl}", "?");
    }
}
