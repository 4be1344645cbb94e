/** The pages of instances: the overview, the list, one instance. Views call services only. */
@NullMarked
package dev.bulkhead.instance.ui;

import org.jspecify.annotations.NullMarked;
