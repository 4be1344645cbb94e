package dev.bulkhead.console;

import dev.bulkhead.common.Pace;
import dev.bulkhead.engine.ConsoleConnection;
import dev.bulkhead.engine.ConsoleRequest;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.TerminalSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A terminal that everybody in the room sees, over one connection to the guest. What comes goes into one scrollback, from which each
 * seat reads at its own pace.
 *
 * <p>The source waits for one seat only, the pacemaker: who holds control, or else who came first; who shows nothing of what came for
 * a while passes that on to the next. It waits also for a while after the last one left, so that a reload loses nothing. All others
 * are shown what is still kept when they are ready for more.
 */
final class TerminalRoom extends Room {

    /** How long one who shows nothing of what came may hold up others who watch. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** How long the source waits for somebody to come back. */
    private static final Duration RETURN = Duration.ofSeconds(30);

    private static final Duration RECHECK = Duration.ofSeconds(1);
    private static final Duration RESIZE_GAP = Duration.ofMillis(50);
    private static final int READ = 16 * 1024;
    /** So much less than all may wait, that a viewer who comes back can begin with a whole line and miss nothing. */
    static final int SLACK = 4096;

    private final ConsoleConnection connection;
    private final Scrollback scrollback;
    private final InputQueue input = new InputQueue();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition progress = lock.newCondition();
    private final List<TerminalSeat> seats = new ArrayList<>();
    private final Pace resizing;
    private final Thread reader;
    private final Thread writer;
    private volatile TerminalSize size;
    private volatile boolean drained;
    private volatile OptionalInt exitCode = OptionalInt.empty();
    private long leftAt;
    private long leftNanos = System.nanoTime();

    TerminalRoom(
            Tickets.Grant grant,
            ConsoleRequest request,
            ConsoleConnection connection,
            int capacity,
            Consumer<Room> changed) {
        super(grant, request, changed);
        this.connection = connection;
        this.scrollback = new Scrollback(capacity);
        this.size = request.size();
        this.resizing = new Pace(RESIZE_GAP, this::applySize);
        this.reader = Thread.ofVirtual().name("console-" + id + "-out").unstarted(this::readAll);
        this.writer = Thread.ofVirtual().name("console-" + id + "-in").unstarted(this::writeAll);
    }

    void start() {
        reader.start();
        writer.start();
    }

    @Override
    String label() {
        return connection.label();
    }

    @Override
    long received() {
        return scrollback.head();
    }

    TerminalSize size() {
        return size;
    }

    Scrollback scrollback() {
        return scrollback;
    }

    /** Whether the guest's last byte is in the scrollback. */
    boolean isDrained() {
        return drained;
    }

    OptionalInt exitCode() {
        return exitCode;
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
        leave(seat.viewer());
    }

    /** A seat has shown more, or may no longer be waited for. */
    void progressed() {
        lock.lock();
        try {
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void type(TerminalSeat seat, ByteBuffer bytes) throws InterruptedException {
        if (request.kind().takesInput() && mayType(seat.viewer())) {
            input.put(seat, bytes);
        } else {
            seat.taken(bytes.remaining());
        }
    }

    void resize(TerminalSeat seat, TerminalSize wanted) {
        if (wanted.equals(size) || !request.kind().takesInput() || !mayType(seat.viewer())) {
            return;
        }
        size = wanted;
        resizing.signal();
        Recorder recorder = recorder();
        if (recorder != null) {
            recorder.resized(wanted);
        }
        viewers().stream().filter(viewer -> viewer != seat.viewer()).forEach(viewer -> viewer.outlet.resized(wanted));
    }

    void signal(TerminalSeat seat, String name) {
        if (request.kind().takesInput() && mayType(seat.viewer())) {
            connection.signal(name);
        }
    }

    private void applySize() {
        try {
            connection.resize(size);
        } catch (EngineException tooLate) {
            // The process has ended, which its viewers are told anyway; or the engine does not answer, and they see
            // that too.
            progressed();
        }
    }

    private void readAll() {
        CloseReason reason;
        try {
            ByteBuffer buffer = ByteBuffer.allocate(READ);
            while (connection.read(buffer) >= 0) {
                buffer.flip();
                awaitRoom(buffer.remaining());
                scrollback.append(buffer);
                wakeSeats();
                buffer.clear();
            }
            exitCode = connection.exitCode();
            reason = CloseReason.ended(endWords());
        } catch (IOException | EngineException lost) {
            reason = CloseReason.UPSTREAM_LOST;
        } catch (InterruptedException stopped) {
            reason = CloseReason.SERVER_STOPS;
        }
        drained = true;
        end(reason);
    }

    private String endWords() {
        return switch (request.kind()) {
            case EXEC -> "The process has ended";
            case LOGS -> "The log ends here";
            default -> "The instance closed its console";
        };
    }

    private void writeAll() {
        try {
            for (InputQueue.Piece piece = input.take(); piece != null; piece = input.take()) {
                int count = piece.bytes().remaining();
                Recorder recorder = recorder();
                if (recorder != null) {
                    recorder.typed(piece.bytes());
                }
                connection.write(piece.bytes());
                piece.from().taken(count);
            }
        } catch (IOException | EngineException gone) {
            // The reading side tells why.
            input.close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitRoom(int bytes) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (ended() == null && scrollback.head() + bytes - keptFor() > scrollback.capacity() - SLACK) {
                // With an end: what is waited for may cease to count without a word.
                progress.awaitNanos(RECHECK.toNanos());
            }
        } finally {
            lock.unlock();
        }
    }

    /** The position from which on nothing may be dropped. */
    private long keptFor() {
        TerminalSeat pacemaker = pacemaker();
        if (pacemaker != null) {
            return pacemaker.acknowledged();
        }
        boolean mayReturn = seats.isEmpty() && System.nanoTime() - leftNanos < RETURN.toNanos();
        return mayReturn ? leftAt : scrollback.head();
    }

    /** The first that shows what it gets, beginning with the holder; the holder after all when nobody does. */
    private @Nullable TerminalSeat pacemaker() {
        Viewer holder = holder();
        List<TerminalSeat> inTurn = new ArrayList<>(seats);
        inTurn.sort(Comparator.comparing(seat -> seat.viewer() != holder));
        return inTurn.stream()
                .filter(seat -> !seat.isStalled(PATIENCE))
                .findFirst()
                .orElse(inTurn.isEmpty() ? null : inTurn.getFirst());
    }

    private void wakeSeats() {
        lock.lock();
        try {
            seats.forEach(seat -> seat.viewer().outlet.wake());
        } finally {
            lock.unlock();
        }
        Recorder recorder = recorder();
        if (recorder != null) {
            recorder.wake();
        }
    }

    @Override
    void dismiss(Viewer viewer, CloseReason reason) {
        if (reason.code() == CloseReason.NORMAL) {
            // It still has to show what came last.
            viewer.outlet.wake();
        } else {
            viewer.outlet.close(reason);
        }
    }

    @Override
    void release() {
        input.close();
        resizing.close();
        connection.close();
        progressed();
    }
}
