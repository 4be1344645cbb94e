/** The page of tasks, and how other pages show single ones. "Task" is the pages' word for an operation. */
@NullMarked
package dev.bulkhead.operation.ui;

import org.jspecify.annotations.NullMarked;
