/**
 * A few value types, and ways of doing something at its time, that every other package may use. Owns no service and imports nothing of ours.
 */
@NullMarked
package dev.bulkhead.common;

import org.jspecify.annotations.NullMarked;
