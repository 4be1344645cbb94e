/**
 * Owns the programs behind {@code deploy/bench}: each starts private engines and the built application, measures one thing, and prints
 * rows of a table. Nothing here is a test, and nothing fails because a figure is high. Test sources only.
 */
@NullMarked
package dev.bulkhead.bench;

import org.jspecify.annotations.NullMarked;
