package dev.bulkhead.console.gateway;

import dev.bulkhead.console.CloseReason;
import dev.bulkhead.console.ConsoleRooms;
import dev.bulkhead.console.ConsoleSession;
import dev.bulkhead.console.ScreenSeat;
import dev.bulkhead.console.Tickets.Grant;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.TerminalSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A screen's relay: RFB as it comes, both ways, once the server has finished the security handshake itself. */
final class ScreenRelay implements Relay {

    private static final int PIECE = 32 * 1024;
    private static final CloseReason NO_TEXT = new CloseReason(1003, "A screen speaks RFB in binary messages");

    private final Channel channel;
    private final ConsoleRooms rooms;
    private final Grant grant;
    private final CompletableFuture<RfbInput> input = new CompletableFuture<>();
    private final CompletableFuture<ScreenSeat> seat = new CompletableFuture<>();
    private final AtomicReference<@Nullable CloseReason> closing = new AtomicReference<>();
    private final AtomicLong received = new AtomicLong();
    private volatile long sent;

    ScreenRelay(Channel channel, ConsoleRooms rooms, Grant grant) {
        this.channel = channel;
        this.rooms = rooms;
        this.grant = grant;
    }

    @Override
    public CloseReason run() {
        CloseReason reason;
        try {
            ScreenSeat taken = rooms.sitAtScreen(grant, this);
            try {
                seat.complete(taken);
                RfbHandshake.asClient(taken.connection());
                input.complete(new RfbInput(taken, channel::send));
                channel.send(RfbHandshake.greeting());
                send(taken);
                reason = CloseReason.UPSTREAM_LOST;
            } finally {
                taken.leave();
            }
        } catch (EngineException refusal) {
            reason = CloseReason.of(refusal);
        } catch (RfbException refusal) {
            reason = new CloseReason(1011, String.valueOf(refusal.getMessage()));
        } catch (IOException | IllegalStateException gone) {
            reason = CloseReason.UPSTREAM_LOST;
        } finally {
            input.cancel(false);
            seat.cancel(false);
        }
        CloseReason ordered = closing.get();
        CloseReason told = ordered == null ? reason : ordered;
        channel.close(told);
        return told;
    }

    private void send(ScreenSeat from) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        for (int count = from.connection().read(piece);
                count >= 0;
                count = from.connection().read(piece)) {
            channel.send(piece.flip());
            piece.clear();
            sent += count;
            from.count(count);
        }
    }

    @Override
    public void binary(ByteBuffer part) {
        received.addAndGet(part.remaining());
        try {
            input.join().take(part);
        } catch (RfbException malformed) {
            close(new CloseReason(1007, String.valueOf(malformed.getMessage())));
        } catch (IOException gone) {
            close(CloseReason.UPSTREAM_LOST);
        } catch (CancellationException | CompletionException noSeat) {
            // There is none, or none any more; whoever sent this is being told.
            return;
        }
    }

    @Override
    public void text(String message) {
        close(NO_TEXT);
    }

    @Override
    public void close(CloseReason reason) {
        if (closing.compareAndSet(null, reason)) {
            channel.close(reason);
            seat.thenAccept(ScreenSeat::leave);
        }
    }

    @Override
    public boolean isAlive() {
        return channel.isAlive();
    }

    @Override
    public long sent() {
        return sent;
    }

    @Override
    public long received() {
        return received.get();
    }

    /** RFB has no word for it; pages ask the service. */
    @Override
    public void presence(ConsoleSession room) {}

    @Override
    public void resized(TerminalSize size) {}

    @Override
    public void wake() {}
}
