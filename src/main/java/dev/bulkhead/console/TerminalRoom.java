package dev.bulkhead.console;

import dev.bulkhead.common.Pace;
import dev.bulkhead.engine.ConsoleConnection;
import dev.bulkhead.engine.ConsoleRequest;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.TerminalSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * A terminal that everybody in the room sees, over one connection to the guest. What comes goes into one scrollback, from which each
 * seat reads at its own pace; how fast it comes is {@link Pacing}'s.
 */
final class TerminalRoom extends Room {

    private static final Duration RESIZE_GAP = Duration.ofMillis(50);
    private static final int READ = 16 * 1024;

    private final ConsoleConnection connection;
    private final Scrollback scrollback;
    private final InputQueue input = new InputQueue();
    private final Pacing pacing;
    private final Pace resizing;
    private final Thread reader;
    private final Thread writer;
    private volatile TerminalSize size;
    private volatile boolean drained;
    private volatile OptionalInt exitCode = OptionalInt.empty();

    TerminalRoom(
            Tickets.Grant grant,
            ConsoleRequest request,
            ConsoleConnection connection,
            int capacity,
            Consumer<Room> changed) {
        super(grant, request, changed);
        this.connection = connection;
        this.scrollback = new Scrollback(capacity);
        this.pacing = new Pacing(this, scrollback);
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
        pacing.add(seat);
    }

    void remove(TerminalSeat seat) {
        pacing.remove(seat);
        leave(seat.viewer());
    }

    void progressed() {
        pacing.progressed();
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
            // The process has ended, or the engine does not answer; viewers are told that by what they read.
            return;
        }
    }

    private void readAll() {
        CloseReason reason;
        try {
            ByteBuffer buffer = ByteBuffer.allocate(READ);
            while (connection.read(buffer) >= 0) {
                buffer.flip();
                pacing.awaitSpace(buffer.remaining());
                scrollback.append(buffer);
                wakeAll();
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

    private void wakeAll() {
        pacing.wakeSeats();
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
