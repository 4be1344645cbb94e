package dev.bulkhead.console;

import dev.bulkhead.engine.TerminalSize;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Writes down what happens in one room, as one more viewer of it whom nobody waits for. No method but {@link #run} blocks. */
interface Recorder {

    /** Writes until it is stopped, or the room or the file can take no more. */
    void run() throws IOException;

    /** There is more to be written. */
    default void wake() {}

    /** The terminal has another size from here on. */
    default void resized(TerminalSize size) {}

    /** Somebody typed that; the bytes are to be copied and not taken. */
    default void typed(ByteBuffer bytes) {}

    /** Ends {@link #run} once what has come until now is written. */
    void stop();
}
