package dev.bulkhead.console.gateway;

import dev.bulkhead.console.CloseReason;
import dev.bulkhead.console.ConsoleRooms;
import dev.bulkhead.console.ScreenSeat;
import dev.bulkhead.console.Tickets.Grant;
import dev.bulkhead.engine.EngineException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A screen's relay: RFB as it comes, both ways, once the server has finished the security handshake itself. */
final class ScreenRelay extends Relay {

    private static final int PIECE = 32 * 1024;
    private static final CloseReason NO_TEXT = new CloseReason(1003, "A screen speaks RFB in binary messages");

    private final ConsoleRooms rooms;
    private final CompletableFuture<RfbInput> input = new CompletableFuture<>();
    private final CompletableFuture<ScreenSeat> seat = new CompletableFuture<>();

    ScreenRelay(Channel channel, ConsoleRooms rooms, Grant grant) {
        super(channel, grant);
        this.rooms = rooms;
    }

    @Override
    CloseReason carry() {
        try {
            ScreenSeat taken = rooms.sitAtScreen(grant, this);
            try {
                seat.complete(taken);
                RfbHandshake.asClient(taken.connection());
                input.complete(new RfbInput(taken, channel::send));
                channel.send(RfbHandshake.greeting());
                send(taken);
                return CloseReason.UPSTREAM_LOST;
            } finally {
                taken.leave();
            }
        } catch (EngineException refusal) {
            return CloseReason.of(refusal);
        } catch (RfbException refusal) {
            return new CloseReason(1011, String.valueOf(refusal.getMessage()));
        } catch (IOException | IllegalStateException gone) {
            return CloseReason.UPSTREAM_LOST;
        } finally {
            input.cancel(false);
            seat.cancel(false);
        }
    }

    private void send(ScreenSeat from) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        for (int count = from.connection().read(piece);
                count >= 0;
                count = from.connection().read(piece)) {
            channel.send(piece.flip());
            piece.clear();
            countSent(count);
            from.count(count);
        }
    }

    @Override
    void take(ByteBuffer part) {
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
    void text(String message) {
        close(NO_TEXT);
    }

    @Override
    void leave() {
        seat.thenAccept(ScreenSeat::leave);
    }
}
