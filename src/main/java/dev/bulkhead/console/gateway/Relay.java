package dev.bulkhead.console.gateway;

import dev.bulkhead.console.CloseReason;
import dev.bulkhead.console.Outlet;
import dev.bulkhead.console.Tickets.Grant;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Carries bytes between one WebSocket and one seat. */
abstract sealed class Relay implements Outlet permits TerminalRelay, ScreenRelay {

    final Channel channel;
    final Grant grant;
    private final AtomicReference<@Nullable CloseReason> closing = new AtomicReference<>();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();

    Relay(Channel channel, Grant grant) {
        this.channel = channel;
        this.grant = grant;
    }

    /** Takes the seat and sends all that comes, until one side ends; then lets go of everything. Blocks; never throws. */
    final CloseReason run() {
        CloseReason reason = carry();
        CloseReason ordered = closing.get();
        CloseReason told = ordered == null ? reason : ordered;
        channel.close(told);
        return told;
    }

    /** What {@link #run} does, but for the last word. @return why it ended by itself */
    abstract CloseReason carry();

    /** Gives the seat up, if there is one, and wakes whoever works for it. */
    abstract void leave();

    /** A piece of a binary message. Blocks while the other side takes no more, and so stops the sender. */
    abstract void take(ByteBuffer part);

    /** A whole text message. */
    abstract void text(String message);

    final void binary(ByteBuffer part) {
        received.addAndGet(part.remaining());
        take(part);
    }

    final void countSent(int bytes) {
        sent.addAndGet(bytes);
    }

    /** Bytes that went to the viewer. */
    final long sent() {
        return sent.get();
    }

    /** Bytes that came from the viewer. */
    final long received() {
        return received.get();
    }

    final @Nullable CloseReason ordered() {
        return closing.get();
    }

    @Override
    public final void close(CloseReason reason) {
        if (closing.compareAndSet(null, reason)) {
            // The words go out even while the sender is stuck in a message.
            channel.close(reason);
            leave();
        }
    }

    @Override
    public final boolean isAlive() {
        return channel.isAlive();
    }
}
