package dev.bulkhead.libvirt;

import dev.bulkhead.engine.ConsoleConnection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is open, so that it ends with its engine. */
final class OpenConsoles implements AutoCloseable {

    private final Set<ConsoleConnection> open = new HashSet<>();
    private boolean closed;

    /** Remembers one; one that is opened too late is closed at once. */
    void add(ConsoleConnection console) {
        synchronized (this) {
            if (!closed) {
                open.add(console);
                return;
            }
        }
        console.close();
    }

    synchronized void remove(ConsoleConnection console) {
        open.remove(console);
    }

    @Override
    public void close() {
        List<ConsoleConnection> left;
        synchronized (this) {
            closed = true;
            left = List.copyOf(open);
        }
        left.forEach(ConsoleConnection::close);
    }
}
