package dev.bulkhead.docker;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.TerminalSize;
import java.util.OptionalInt;

/** What a console's bytes come from, as far as the engine can be asked about it. Each call may throw an {@link EngineException}. */
interface ConsoleSubject {

    /** In a few words for people. */
    String label();

    default void resize(TerminalSize size) {}

    default void signal(String name) {}

    default OptionalInt exitCode() {
        return OptionalInt.empty();
    }

    /** Ends what was begun for the console, once the connection is closed. */
    default void end() {}
}
