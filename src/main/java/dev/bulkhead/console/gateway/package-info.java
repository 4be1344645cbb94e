/**
 * The path of a console's bytes between a browser's WebSocket and a room. Knows no page: a byte never waits for a page's session
 * lock. What it speaks is at the top of {@code TtyFrames}, for screens plain RFB.
 */
@NullMarked
package dev.bulkhead.console.gateway;

import org.jspecify.annotations.NullMarked;
