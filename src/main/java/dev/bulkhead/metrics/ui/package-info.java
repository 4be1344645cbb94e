/** Charts of what instances use and used, for the pages of other packages. Imports {@code common.ui}. */
@NullMarked
@NamedInterface("ui")
package dev.bulkhead.metrics.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
