package dev.bulkhead.console.gateway;

import dev.bulkhead.console.CloseReason;
import dev.bulkhead.console.ConsoleRooms;
import dev.bulkhead.console.ConsoleSession;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A terminal's relay: the sending thread sleeps until the room wakes it, and sends whatever is due, control before output. */
final class TerminalRelay implements Relay {

    private static final int PIECE = 16 * 1024;
    private static final CloseReason MALFORMED = new CloseReason(1007, "That was no control message");
    /** How long one who no longer reads may keep an ended console. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private final Channel channel;
    private final ConsoleRooms rooms;
    private final Grant grant;
    private final CompletableFuture<TerminalSeat> seat = new CompletableFuture<>();
    private final AtomicReference<@Nullable ConsoleSession> presence = new AtomicReference<>();
    private final AtomicReference<@Nullable TerminalSize> size = new AtomicReference<>();
    private final AtomicReference<@Nullable CloseReason> closing = new AtomicReference<>();
    private final AtomicLong received = new AtomicLong();
    private volatile long sent;
    private volatile @Nullable Thread sender;

    TerminalRelay(Channel channel, ConsoleRooms rooms, Grant grant) {
        this.channel = channel;
        this.rooms = rooms;
        this.grant = grant;
    }

    @Override
    public CloseReason run() {
        sender = Thread.currentThread();
        CloseReason reason;
        try {
            TerminalSeat taken = rooms.sitAtTerminal(grant, this);
            try {
                seat.complete(taken);
                channel.send(TtyFrames.hello(taken));
                reason = send(taken);
            } finally {
                taken.leave();
            }
        } catch (EngineException refusal) {
            reason = CloseReason.of(refusal);
        } catch (IOException | IllegalStateException gone) {
            reason = CloseReason.LEFT;
        } finally {
            seat.cancel(false);
        }
        channel.close(reason);
        return reason;
    }

    private CloseReason send(TerminalSeat from) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        long told = 0;
        long endNanos = 0;
        while (true) {
            CloseReason ordered = closing.get();
            if (ordered != null) {
                return ordered;
            }
            sendControl();
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
        sent += count;
        return true;
    }

    private void sendControl() throws IOException {
        ConsoleSession room = presence.getAndSet(null);
        if (room != null) {
            channel.send(TtyFrames.presence(room));
        }
        TerminalSize other = size.getAndSet(null);
        if (other != null) {
            channel.send(TtyFrames.resized(other));
        }
    }

    @Override
    public void binary(ByteBuffer part) {
        received.addAndGet(part.remaining());
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
    public void text(String message) {
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
    public void presence(ConsoleSession room) {
        presence.set(room);
        wake();
    }

    @Override
    public void resized(TerminalSize other) {
        size.set(other);
        wake();
    }

    @Override
    public void close(CloseReason reason) {
        if (closing.compareAndSet(null, reason)) {
            // The words go out even while the sender is stuck in a message.
            channel.close(reason);
            seat.thenAccept(TerminalSeat::leave);
            wake();
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
}
