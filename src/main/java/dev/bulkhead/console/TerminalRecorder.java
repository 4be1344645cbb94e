package dev.bulkhead.console;

import dev.bulkhead.engine.TerminalSize;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Records a terminal from its scrollback, beginning with what is kept of it, so that the first picture is whole. It is no seat: the
 * source never waits for it, and what was dropped before it came to read is told by a marker.
 */
final class TerminalRecorder implements Recorder {

    private static final int PIECE = 32 * 1024;
    private static final int MOST_WAITING = 1000;
    private static final double NANOS_IN_MILLI = 1e6;

    private final TerminalRoom room;
    private final Recording recording;
    private final OutputStream file;
    private final boolean withInput;
    private final long begun = System.nanoTime();
    private final Semaphore woken = new Semaphore(1);
    private final Queue<Aside> asides = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ByteBuffer piece = ByteBuffer.allocate(PIECE);
    private volatile boolean stopped;
    private long position;

    TerminalRecorder(TerminalRoom room, Recording recording, OutputStream file, boolean withInput) {
        this.room = room;
        this.recording = recording;
        this.file = file;
        this.withInput = withInput;
        this.position = room.scrollback().beginning(Pacing.SLACK);
    }

    /**
     * What is written between two bytes of output.
     *
     * @param position of the output that comes next
     * @param size the terminal's new one; null for input
     */
    private record Aside(long position, @Nullable TerminalSize size, String input) {}

    @Override
    public void run() throws IOException {
        try (file;
                Asciicast cast = new Asciicast(file, room.size(), recording.startedAt(), recording.instanceName())) {
            boolean last;
            do {
                woken.acquire();
                woken.drainPermits();
                // Before reading, so that what came until then is in.
                last = stopped;
                copy(cast);
                cast.flush();
            } while (!last);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void copy(Asciicast cast) throws IOException {
        long end = room.scrollback().head();
        for (Aside aside = asides.peek(); aside != null && aside.position() <= end; aside = asides.peek()) {
            output(cast, aside.position());
            if (aside.size() == null) {
                cast.input(millis(), aside.input());
            } else {
                cast.resized(millis(), aside.size());
            }
            asides.remove();
            waiting.decrementAndGet();
        }
        output(cast, end);
    }

    private void output(Asciicast cast, long end) throws IOException {
        while (position < end) {
            piece.clear().limit((int) Math.min(PIECE, end - position));
            int count = room.scrollback().read(position, piece);
            if (count < 0) {
                long next = room.scrollback().beginning(Pacing.SLACK);
                cast.marker(millis(), (next - position) + " bytes were not recorded");
                position = next;
            } else {
                position += count;
                cast.output(millis(), piece.flip());
            }
        }
    }

    private long millis() {
        return Math.round((System.nanoTime() - begun) / NANOS_IN_MILLI);
    }

    @Override
    public void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    @Override
    public void resized(TerminalSize size) {
        note(new Aside(room.scrollback().head(), size, ""));
    }

    @Override
    public void typed(ByteBuffer bytes) {
        if (withInput) {
            note(new Aside(
                    room.scrollback().head(),
                    null,
                    StandardCharsets.UTF_8.decode(bytes.duplicate()).toString()));
        }
    }

    private void note(Aside aside) {
        // A paste faster than the disk is not held in memory.
        if (waiting.get() < MOST_WAITING) {
            waiting.incrementAndGet();
            asides.add(aside);
            wake();
        }
    }

    @Override
    public void stop() {
        stopped = true;
        wake();
    }
}
