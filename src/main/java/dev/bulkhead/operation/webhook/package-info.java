/**
 * How Bulkhead tells something to a web address of somebody else's: signed, without following it anywhere else, and in the clear to this
 * machine only. Imports {@code common}.
 */
@NullMarked
@NamedInterface("webhook")
package dev.bulkhead.operation.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
