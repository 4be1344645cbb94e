package dev.bulkhead.instance;

import java.time.Instant;

/**
 * Something that its engine told of an instance.
 *
 * @param at when
 * @param what the engine's word for it
 */
public record InstanceEvent(Instant at, String what) {}
