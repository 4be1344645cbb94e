/**
 * The record of what was done, tried and refused: only ever added to, chained so that a change of it is found, read by pages, the API
 * and exports. Knows nothing of operations, which write into it.
 */
@NullMarked
@NamedInterface("audit")
package dev.bulkhead.operation.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
