package dev.bulkhead.console.gateway;

import dev.bulkhead.console.CloseReason;
import dev.bulkhead.console.ConsoleRooms;
import dev.bulkhead.console.TerminalSeat;
import dev.bulkhead.console.Tickets.Grant;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.TerminalSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A terminal's relay: the sending thread sleeps until the room wakes it, and sends whatever is due, control before output. */
final class TerminalRelay extends Relay {

    private static final int PIECE = 16 * 1024;
    private static final CloseReason MALFORMED = new CloseReason(1007, "That was no control message");
    /** How long one who no longer reads may keep an ended console. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private final ConsoleRooms rooms;
    private final CompletableFuture<TerminalSeat> seat = new CompletableFuture<>();
    private final AtomicBoolean changed = new AtomicBoolean();
    private final AtomicReference<@Nullable TerminalSize> size = new AtomicReference<>();
    private volatile @Nullable Thread sender;

    TerminalRelay(Channel channel, ConsoleRooms rooms, Grant grant) {
        super(channel, grant);
        this.rooms = rooms;
    }

    @Override
    CloseReason carry() {
        sender = Thread.currentThread();
        try {
            TerminalSeat taken = rooms.sitAtTerminal(grant, this);
            try {
                seat.complete(taken);
                channel.send(TtyFrames.hello(taken));
                return send(taken);
            } finally {
                taken.leave();
            }
        } catch (EngineException refusal) {
            return CloseReason.of(refusal);
        } catch (IOException | IllegalStateException gone) {
            return CloseReason.LEFT;
        } finally {
            seat.cancel(false);
        }
    }

    private CloseReason send(TerminalSeat from) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        long told = 0;
        long endNanos = 0;
        while (true) {
            CloseReason ordered = ordered();
            if (ordered != null) {
                return ordered;
            }
            sendControl(from);
            long taken = from.taken();
            if (taken != told) {
                told = taken;
                channel.send(TtyFrames.taken(told));
            }
            if (sendOutput(from, piece)) {
                continue;
            }
            CloseReason ended = from.ended();
            if (ended != null) {
                endNanos = endNanos == 0 ? System.nanoTime() : endNanos;
                if (from.isFinished() || System.nanoTime() - endNanos > LAST_WORDS.toNanos()) {
                    channel.send(TtyFrames.exit(from.exitCode(), ended.text()));
                    return ended;
                }
            }
            LockSupport.parkNanos(this, LAST_WORDS.toNanos());
        }
    }

    private boolean sendOutput(TerminalSeat from, ByteBuffer piece) throws IOException {
        long missed = from.skipMissed();
        if (missed > 0) {
            channel.send(TtyFrames.missed(missed, from.position()));
        }
        piece.clear();
        int count = from.read(piece);
        if (count == 0) {
            return false;
        }
        channel.send(piece.flip());
        countSent(count);
        return true;
    }

    private void sendControl(TerminalSeat from) throws IOException {
        if (changed.getAndSet(false)) {
            channel.send(TtyFrames.presence(from.session()));
        }
        TerminalSize other = size.getAndSet(null);
        if (other != null) {
            channel.send(TtyFrames.resized(other));
        }
    }

    @Override
    void take(ByteBuffer part) {
        try {
            seat.join().type(part);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (CancellationException | CompletionException noSeat) {
            // There is none, or none any more; whoever sent this is being told.
            wake();
        }
    }

    @Override
    void text(String message) {
        try {
            TtyFrames.read(message).ifPresent(this::obey);
        } catch (IllegalArgumentException malformed) {
            close(MALFORMED);
        } catch (CancellationException | CompletionException noSeat) {
            wake();
        }
    }

    private void obey(TtyFrames.Order order) {
        TerminalSeat at = seat.join();
        switch (order) {
            case TtyFrames.Order.Resize resize -> at.resize(resize.size());
            case TtyFrames.Order.Ack ack -> at.acknowledge(ack.position());
            case TtyFrames.Order.Pause pause -> at.pause(pause.wanted());
            case TtyFrames.Order.Signal signal -> at.signal(signal.name());
            case TtyFrames.Order.Ask ask -> at.askForControl();
            case TtyFrames.Order.Give give -> at.giveControl(give.to());
        }
        wake();
    }

    @Override
    public void wake() {
        LockSupport.unpark(sender);
    }

    @Override
    public void roomChanged() {
        changed.set(true);
        wake();
    }

    @Override
    public void resized(TerminalSize other) {
        size.set(other);
        wake();
    }

    @Override
    void leave() {
        seat.thenAccept(TerminalSeat::leave);
        wake();
    }
}
