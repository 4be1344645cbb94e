package dev.bulkhead.operation.audit.ship;

import dev.bulkhead.operation.audit.AuditRow;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Where rows are sent. For one thread. */
interface Receiver extends Closeable {

    /** What it is called on pages and in the table: its address, without secrets. */
    String name();

    /**
     * Sends rows in their order. Blocks until they are handed over, for half a minute at most.
     *
     * @throws IOException when that is not certain: then all of them are sent again
     */
    void send(List<AuditRow> rows) throws IOException;

    @Override
    void close();
}
