package dev.bulkhead.alert.send;

import java.io.Closeable;
import java.io.IOException;

/** The way to one target. For one thread. */
interface Sender extends Closeable {

    /**
     * Blocks until it is handed over, for a minute at most.
     *
     * @throws IOException when that is not certain; the message has no secret in it
     */
    void send(Message message) throws IOException;

    @Override
    void close();
}
