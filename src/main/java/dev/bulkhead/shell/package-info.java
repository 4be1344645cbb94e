/**
 * The frame around the pages: layout, navigation, command palette, theme; and the way in: sign-in, first run, security wiring, the
 * last-resort error handler. Nobody imports it; features reach the frame through the interfaces of {@code common.ui}.
 */
@NullMarked
package dev.bulkhead.shell;

import org.jspecify.annotations.NullMarked;
