/** The page of tasks, and how other pages show single ones. "Task" is the pages' word for an operation. */
@NullMarked
@NamedInterface("ui")
package dev.bulkhead.operation.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
