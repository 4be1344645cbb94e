package dev.bulkhead.lxd;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one container printed on its console, for all who watch it.
 *
 * <p>The server keeps the last 128 KiB of a running container in memory, and hands each byte out only once: asked again, whoever asks,
 * it tells what came since. Once the container stopped, it hands out a file with all of it, again and again. So what was read is kept
 * here and shared, and asked for at most once a second, and only while somebody reads. What others read with {@code lxc console
 * --show-log}, or what was read before this program started, shows only after the container stopped.
 */
final class ConsoleLog {

    static final Duration PACE = Duration.ofSeconds(1);

    private static final int KEPT = 256 * 1024;
    private static final int MOST_AT_ONCE = 4 << 20;
    private static final int OVERLAP = 512;

    private final LxdClient client;
    private final InstanceDirectory directory;
    private final String localId;
    private InstanceName name;
    private byte[] kept = {};
    /** Position of the first kept byte, counted from the first that was ever read. */
    private long start;

    private long asked = System.nanoTime() - PACE.toNanos();
    private boolean over;
    /** Changed without the lock, which is held while the server is asked: who leaves must not wait for it. */
    private final AtomicInteger readers = new AtomicInteger();

    ConsoleLog(LxdClient client, InstanceDirectory directory, String localId, InstanceName name) {
        this.client = client;
        this.directory = directory;
        this.localId = localId;
        this.name = name;
    }

    /** The position at which the last so many lines begin, or all that is kept where the number is negative. */
    synchronized long join(int lines) {
        refresh();
        readers.incrementAndGet();
        return lines < 0 ? start : start + Lines.beginOfLast(kept, lines);
    }

    void leave() {
        readers.decrementAndGet();
    }

    boolean isIdle() {
        return readers.get() == 0;
    }

    /** Puts what is kept from a position on into the buffer, and returns the position after it. Skips what is kept no more. */
    synchronized long copy(long position, ByteBuffer buffer) {
        int from = (int) (Math.max(position, start) - start);
        int count = Math.min(kept.length - from, buffer.remaining());
        buffer.put(kept, from, count);
        return start + from + count;
    }

    /** Whether nothing can come, since the container does not run. */
    synchronized boolean isOver() {
        return over;
    }

    /** Asks the server, unless it was asked a moment ago. */
    synchronized void refresh() {
        if (System.nanoTime() - asked < PACE.toNanos()) {
            return;
        }
        byte[] news = ask();
        Optional<InstanceDocument> now = directory.find(localId);
        over = now.filter(ConsoleLog::runs).isEmpty();
        append(over ? afterKept(news) : news);
        now.ifPresent(document -> name = document.name());
        asked = System.nanoTime();
    }

    private static boolean runs(InstanceDocument document) {
        return InstanceStates.of(document).isActive();
    }

    /** The server fails with 500 where there is nothing new, and 404 when the container is gone. */
    private byte[] ask() {
        try {
            return client.bytes(name.path("console"), MOST_AT_ONCE);
        } catch (EngineException nothing) {
            if (nothing.kind() == ErrorKind.INTERNAL || nothing.kind() == ErrorKind.NOT_FOUND) {
                return new byte[0];
            }
            throw nothing;
        }
    }

    /** Of the file that holds all, the part after what was read from memory before; all where that is not found. */
    private byte[] afterKept(byte[] file) {
        if (kept.length == 0) {
            return file;
        }
        String last = text(Arrays.copyOfRange(kept, Math.max(0, kept.length - OVERLAP), kept.length));
        int at = text(file).lastIndexOf(last);
        return at < 0 ? file : Arrays.copyOfRange(file, at + last.length(), file.length);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private void append(byte[] news) {
        byte[] all = Arrays.copyOf(kept, kept.length + news.length);
        System.arraycopy(news, 0, all, kept.length, news.length);
        int dropped = Math.max(0, all.length - KEPT);
        kept = dropped == 0 ? all : Arrays.copyOfRange(all, dropped, all.length);
        start += dropped;
    }
}
