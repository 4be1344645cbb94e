package dev.bulkhead.console;

import dev.bulkhead.engine.ConsoleRequest;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A screen. Each viewer has a connection of its own, since RFB keeps state for each client; the guest sees one keyboard. */
final class ScreenRoom extends Room {

    private final AtomicLong received = new AtomicLong();

    ScreenRoom(Tickets.Grant grant, ConsoleRequest request, Consumer<Room> changed) {
        super(grant, request, changed);
    }

    void count(int bytes) {
        received.addAndGet(bytes);
    }

    @Override
    String label() {
        return "";
    }

    @Override
    long received() {
        return received.get();
    }

    @Override
    void release() {}
}
