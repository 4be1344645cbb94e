package dev.bulkhead.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One open stream of bytes to and from a guest. One thread reads while another writes; any thread may resize, signal and close. Holds
 * nothing back: what is not read stays with the engine, so that a reader that waits slows the source.
 */
public interface ConsoleConnection extends AutoCloseable {

    /**
     * Blocks until there are bytes. Safe on a virtual thread.
     *
     * @return how many were put at the buffer's position, or -1 when the other side has ended
     * @throws IOException when the connection broke or was closed
     */
    int read(ByteBuffer buffer) throws IOException;

    /** Blocks until all bytes were taken. Safe on a virtual thread. @throws IOException as {@link #read} */
    void write(ByteBuffer bytes) throws IOException;

    /** Tells the guest's terminal its size; without effect where there is none. Blocks for one call to the engine at most. */
    void resize(TerminalSize size);

    /** Sends the process a signal by its name ({@code INT}, {@code TERM}, {@code KILL}); without effect where there is no such thing. */
    default void signal(String name) {}

    /**
     * The process's exit code, once {@link #read} has told the end; empty where there is none. May block for some seconds, as engines end
     * the stream before they know the code.
     *
     * @throws EngineException when the engine no longer answers: then it was the engine that ended, and of the process nothing is known
     */
    default OptionalInt exitCode() {
        return OptionalInt.empty();
    }

    /** The password for the VNC server's challenge, should it ask. Never leaves the server. */
    default Optional<String> password() {
        return Optional.empty();
    }

    /** What was opened, in a few words for people, as {@code /bin/bash}; "" where there is nothing to tell. */
    default String label() {
        return "";
    }

    /** Ends both directions and all that was begun for them; wakes whoever reads or writes. Twice does no harm; never throws. */
    @Override
    void close();
}
