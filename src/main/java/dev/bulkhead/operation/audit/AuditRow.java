package dev.bulkhead.operation.audit;

/**
 * An entry as it stands on record.
 *
 * @param seq counts all rows, from 1, without a gap
 * @param mac authenticates it and, through the mac before it, all rows up to it; in hexadecimal
 */
public record AuditRow(long seq, AuditEntry entry, String mac) {}
