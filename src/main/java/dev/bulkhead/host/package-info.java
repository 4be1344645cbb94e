/**
 * Registered hosts and their engines: which there are, whether they answer, and what the machine under them has. Owns the
 * {@code EngineRegistry} (open, watch, back off, reconnect) and the bounded lanes through which every engine is asked.
 */
@NullMarked
package dev.bulkhead.host;

import org.jspecify.annotations.NullMarked;
