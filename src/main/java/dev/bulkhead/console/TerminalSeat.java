package dev.bulkhead.console;

import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.TerminalSize;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One viewer's place at a terminal: what it was sent, what it has shown, what it typed. One thread reads; any may do the rest. */
public final class TerminalSeat {

    /** How much a viewer is sent beyond what it has shown. */
    public static final int CREDIT = 512 * 1024;

    private final TerminalRoom room;
    private final Viewer viewer;
    private final Runnable onLeave;
    private final AtomicBoolean left = new AtomicBoolean();
    private final AtomicLong taken = new AtomicLong();
    private final long start;
    private final long live;
    private volatile long sent;
    private volatile long acknowledged;
    private volatile long progressNanos = System.nanoTime();
    private volatile boolean paused;

    TerminalSeat(TerminalRoom room, Viewer viewer, long from, Runnable onLeave) {
        this.room = room;
        this.viewer = viewer;
        this.onLeave = onLeave;
        Scrollback kept = room.scrollback();
        boolean known = from >= kept.tail() && from <= kept.head();
        live = kept.head();
        start = known ? from : kept.beginning(Pacing.SLACK);
        sent = start;
        acknowledged = start;
    }

    Viewer viewer() {
        return viewer;
    }

    public ConsoleSession session() {
        return room.session();
    }

    public UUID viewerId() {
        return viewer.id;
    }

    public ConsoleKind kind() {
        return room.request.kind();
    }

    public boolean mayControl() {
        return viewer.mayControl;
    }

    public TerminalSize size() {
        return room.size();
    }

    /** Absolute position of the next byte that {@link #read} gives. */
    public long position() {
        return sent;
    }

    /** Where that ends which the guest said before this viewer came: questions in it have been answered. */
    public long live() {
        return live;
    }

    /** How many of this viewer's input bytes the guest has taken. */
    public long taken() {
        return taken.get();
    }

    /**
     * Copies the output that comes next, as much as there is, fits and may be sent. Does not block.
     *
     * @return how many bytes
     */
    public int read(ByteBuffer into) {
        long allowed = acknowledged + CREDIT - sent;
        if (paused || allowed <= 0) {
            return 0;
        }
        into.limit((int) Math.min(into.limit(), into.position() + allowed));
        int count = Math.max(0, room.scrollback().read(sent, into));
        sent += count;
        return count;
    }

    /** Goes on with what is still kept when what comes next is not. @return how many bytes were left out; 0 in good times */
    public long skipMissed() {
        Scrollback kept = room.scrollback();
        long missed = kept.tail() - sent;
        if (missed <= 0) {
            return 0;
        }
        long next = kept.beginning(Pacing.SLACK);
        missed = next - sent;
        sent = next;
        acknowledged = next;
        return missed;
    }

    /** Whether there is nothing more to come and all of it was sent. */
    public boolean isFinished() {
        return room.isDrained() && sent >= room.scrollback().head();
    }

    /** Why the room has ended; null while it goes on. */
    public @Nullable CloseReason ended() {
        return room.ended();
    }

    public OptionalInt exitCode() {
        return room.exitCode();
    }

    /** The viewer has shown all output before {@code position}. */
    public void acknowledge(long position) {
        if (position > acknowledged && position <= sent) {
            acknowledged = position;
            progressNanos = System.nanoTime();
            room.progressed();
        }
    }

    public void pause(boolean wanted) {
        paused = wanted;
    }

    /** Types, when this viewer holds control; what others type goes nowhere. Blocks while the guest takes no more. */
    public void type(ByteBuffer bytes) throws InterruptedException {
        room.type(this, bytes);
    }

    public void resize(TerminalSize size) {
        room.resize(this, size);
    }

    public void signal(String name) {
        room.signal(this, name);
    }

    public void askForControl() {
        room.ask(viewer.id);
    }

    /** Hands control on, when this viewer holds it. */
    public void giveControl(String to) {
        if (room.holds(viewer)) {
            room.viewers().stream()
                    .filter(other -> other.id.toString().equals(to))
                    .forEach(other -> room.give(other.id));
        }
    }

    /** Leaves the room; the terminal stays for those who come back. */
    public void leave() {
        if (left.compareAndSet(false, true)) {
            room.remove(this);
            onLeave.run();
        }
    }

    long acknowledged() {
        return acknowledged;
    }

    boolean isStalled(Duration patience) {
        return (paused || sent > acknowledged) && System.nanoTime() - progressNanos > patience.toNanos();
    }

    void taken(int bytes) {
        taken.addAndGet(bytes);
        viewer.outlet.wake();
    }
}
