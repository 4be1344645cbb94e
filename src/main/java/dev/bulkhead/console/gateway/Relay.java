package dev.bulkhead.console.gateway;

import dev.bulkhead.console.CloseReason;
import dev.bulkhead.console.Outlet;
import java.nio.ByteBuffer;

/** Carries bytes between one WebSocket and one seat. */
interface Relay extends Outlet {

    /** Takes the seat and sends all that comes, until one side ends; then lets go of everything. Blocks; never throws. */
    CloseReason run();

    /** A piece of a binary message. Blocks while the other side takes no more, and so stops the sender. */
    void binary(ByteBuffer part);

    /** A whole text message. */
    void text(String message);

    /** Bytes that went to the viewer. */
    long sent();

    /** Bytes that came from the viewer. */
    long received();
}
