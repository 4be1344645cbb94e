/** The page of what there is room for. */
@NullMarked
package dev.bulkhead.capacity.ui;

import org.jspecify.annotations.NullMarked;
