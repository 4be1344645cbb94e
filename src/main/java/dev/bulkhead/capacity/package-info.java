/**
 * Whether there is room, and who takes it: what hosts, storage and projects have, use and promised; what fits where. Owns the
 * arithmetic of it as pure functions; what there is it is told by {@code host} and {@code instance}, what was used by
 * {@code metrics}. Tells {@code alert} when machines fill up. Imports those, {@code engine}, {@code access}, {@code operation} and
 * {@code common}.
 */
@NullMarked
package dev.bulkhead.capacity;

import org.jspecify.annotations.NullMarked;
