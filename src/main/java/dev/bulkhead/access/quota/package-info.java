/**
 * How much a project may hold: what is measured, how much that is, and the one decision whether something fits. Knows neither
 * instances nor where limits are kept. Imports {@code common} only.
 */
@NullMarked
@NamedInterface("quota")
package dev.bulkhead.access.quota;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
