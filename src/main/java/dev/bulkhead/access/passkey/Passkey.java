package dev.bulkhead.access.passkey;

import java.time.Instant;

/**
 * A passkey of somebody's.
 *
 * @param id as its device knows it; tells nothing
 * @param label what its owner calls it
 * @param backedUp whether it is kept elsewhere too, as by a password manager that synchronizes
 */
public record Passkey(String id, String label, Instant since, Instant used, boolean backedUp) {}
