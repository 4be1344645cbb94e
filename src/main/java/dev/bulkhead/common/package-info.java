/**
 * A few value types that every other package may use. Owns no service and imports nothing of ours.
 */
@NullMarked
package dev.bulkhead.common;

import org.jspecify.annotations.NullMarked;
