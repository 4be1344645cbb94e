/** The page of hosts, and what other pages show of engines and capacity. */
@NullMarked
@NamedInterface("ui")
package dev.bulkhead.host.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
