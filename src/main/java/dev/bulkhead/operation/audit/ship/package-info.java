/**
 * Sends the record on, to syslog and to a web address, as it grows. What waits to be sent waits in the record's own table, so that no
 * action waits for a receiver and a restart loses nothing. Imports {@code access}, {@code common} and the record.
 */
@NullMarked
package dev.bulkhead.operation.audit.ship;

import org.jspecify.annotations.NullMarked;
