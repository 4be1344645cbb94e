package dev.bulkhead.console;

import dev.bulkhead.engine.ConsoleConnection;
import java.io.IOException;

/** Watches a screen by RFB for a recording. The gateway, which speaks RFB, has the one implementation. */
public interface ScreenCapture {

    /**
     * Writes down all that the screen shows, at most ten pictures a second, until the connection breaks or is closed. Blocks.
     *
     * @throws IOException when the connection is over, or what is there speaks no RFB
     * @throws java.io.UncheckedIOException when the log cannot be written
     */
    void capture(ConsoleConnection connection, RfbLog log) throws IOException;
}
