package dev.bulkhead.engine.contract;

import dev.bulkhead.engine.ConsoleRequest;
import dev.bulkhead.engine.Consoles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** What the parts of the kit share that open terminals: each is closed after the test. */
public abstract class TerminalContract extends Contract {

    private final List<Terminal> opened = new ArrayList<>();

    @AfterEach
    protected final void closeTerminals() {
        opened.forEach(Terminal::close);
    }

    protected final Consoles consoles() {
        return engine.consoles().orElseThrow(() -> new AssertionError("The engine offers no consoles"));
    }

    protected final Terminal open(String id, ConsoleRequest request) {
        Terminal terminal = new Terminal(consoles().open(id, request), PATIENCE);
        opened.add(terminal);
        return terminal;
    }

    /** Bytes as characters of the same number. */
    protected static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    protected final String inside(String id, String line, Object... values) {
        return backstage.inside(id, line.formatted(values)).strip();
    }
}
