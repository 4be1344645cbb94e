package dev.bulkhead.libvirt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A log file that grows, is cut to nothing, or moves away and is replaced by a new one of the same name. */
final class LogFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogFile.class);
    private static final int CHUNK = 64 * 1024;

    private final Path path;
    private FileChannel channel;

    /** The file's identity, whatever it is called. */
    private @Nullable Object key;

    private boolean closed;

    private LogFile(Path path, FileChannel channel, @Nullable Object key) {
        this.path = path;
        this.channel = channel;
        this.key = key;
    }

    /**
     * Opens it at the beginning of its last lines.
     *
     * @param tail how many; all when negative
     */
    static LogFile open(Path path, int tail) throws IOException {
        Object key = key(path);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            channel.position(tail < 0 ? 0 : tail == 0 ? channel.size() : startOfLast(channel, tail));
            return new LogFile(path, channel, key);
        } catch (IOException unreadable) {
            channel.close();
            throw unreadable;
        }
    }

    /** What has come; nothing (0 or less) when there is nothing new. */
    int read(ByteBuffer buffer) throws IOException {
        FileChannel current = current();
        if (current.position() > current.size()) {
            current.position(0);
        }
        int count = current.read(buffer);
        if (count > 0 || !replace()) {
            return count;
        }
        return current().read(buffer);
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            channel.close();
        } catch (IOException gone) {
            LOG.debug("Closing a log", gone);
        }
    }

    private synchronized FileChannel current() {
        return channel;
    }

    /** Goes on with the file that has the name now, if it is another. */
    private boolean replace() throws IOException {
        Object now;
        try {
            now = key(path);
        } catch (NoSuchFileException betweenTheTwo) {
            return false;
        }
        if (Objects.equals(now, key)) {
            return false;
        }
        FileChannel next;
        try {
            next = FileChannel.open(path, StandardOpenOption.READ);
        } catch (NoSuchFileException betweenTheTwo) {
            return false;
        }
        synchronized (this) {
            if (closed) {
                next.close();
                throw new ClosedChannelException();
            }
            channel.close();
            channel = next;
            key = now;
            return true;
        }
    }

    private static @Nullable Object key(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    /** Looks for line ends from the end on; the one at the very end ends the last line and begins none. */
    private static long startOfLast(FileChannel channel, int lines) throws IOException {
        long end = channel.size();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        int found = 0;
        for (long chunkEnd = end; chunkEnd > 0; ) {
            long chunkStart = Math.max(0, chunkEnd - CHUNK);
            chunk.clear().limit((int) (chunkEnd - chunkStart));
            while (chunk.hasRemaining() && channel.read(chunk, chunkStart + chunk.position()) > 0) {
                // Until the chunk is whole.
            }
            for (int i = chunk.position() - 1; i >= 0; i--) {
                long next = chunkStart + i + 1;
                if (chunk.get(i) == '\n' && next < end && ++found >= lines) {
                    return next;
                }
            }
            chunkEnd = chunkStart;
        }
        return 0;
    }
}
