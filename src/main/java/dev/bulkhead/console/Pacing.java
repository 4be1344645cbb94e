package dev.bulkhead.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * How fast a terminal's output is read: decision 7. The source waits for one seat only, the pacemaker: who holds control, or else who
 * came first; who shows nothing of what came for a while passes that on to the next. It waits also for a while after the last one
 * left, so that a reload loses nothing. All others are shown what is still kept when they are ready for more.
 */
final class Pacing {

    /** How long one who shows nothing of what came may hold up others who watch. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** How long the source waits for somebody to come back. */
    private static final Duration RETURN = Duration.ofSeconds(30);

    private static final Duration RECHECK = Duration.ofSeconds(1);
    /** So much less than all may wait, that a viewer who comes back can begin with a whole line and miss nothing. */
    static final int SLACK = 4096;

    private final Room room;
    private final Scrollback scrollback;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition progress = lock.newCondition();
    private final List<TerminalSeat> seats = new ArrayList<>();
    private long leftAt;
    private long leftNanos = System.nanoTime();

    Pacing(Room room, Scrollback scrollback) {
        this.room = room;
        this.scrollback = scrollback;
    }

    void add(TerminalSeat seat) {
        lock.lock();
        try {
            seats.add(seat);
        } finally {
            lock.unlock();
        }
    }

    void remove(TerminalSeat seat) {
        lock.lock();
        try {
            seats.remove(seat);
            leftAt = Math.max(leftAt, seat.acknowledged());
            leftNanos = System.nanoTime();
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A seat has shown more, or nobody may be waited for any more. */
    void progressed() {
        lock.lock();
        try {
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Tells all seats that there is more. */
    void wakeSeats() {
        lock.lock();
        try {
            seats.forEach(seat -> seat.viewer().outlet.wake());
        } finally {
            lock.unlock();
        }
    }

    /** Blocks until so many bytes may be appended, or the room has ended. */
    void awaitSpace(int bytes) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (room.ended() == null && scrollback.head() + bytes - keptFrom() > scrollback.capacity() - SLACK) {
                // With an end: what is waited for may cease to count without a word.
                progress.awaitNanos(RECHECK.toNanos());
            }
        } finally {
            lock.unlock();
        }
    }

    /** The position from which on nothing may be dropped. */
    private long keptFrom() {
        TerminalSeat pacemaker = pacemaker();
        if (pacemaker != null) {
            return pacemaker.acknowledged();
        }
        boolean mayReturn = System.nanoTime() - leftNanos < RETURN.toNanos();
        return mayReturn ? leftAt : scrollback.head();
    }

    /** The first that shows what it gets, beginning with the holder; the holder after all when nobody does. */
    private @Nullable TerminalSeat pacemaker() {
        Viewer holder = room.holder();
        List<TerminalSeat> inTurn = new ArrayList<>(seats);
        inTurn.sort(Comparator.comparing(seat -> seat.viewer() != holder));
        return inTurn.stream()
                .filter(seat -> !seat.isStalled(PATIENCE))
                .findFirst()
                .orElse(inTurn.isEmpty() ? null : inTurn.getFirst());
    }
}
