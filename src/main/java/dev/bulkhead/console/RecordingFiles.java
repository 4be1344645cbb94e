package dev.bulkhead.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the bytes of recordings are: one file each, for the server's eyes only, named by the id and never by a guest. */
@Component
class RecordingFiles {

    private static final int LOOK_BACK = 8192;

    private final Path directory;
    private final long quota;
    /** Bytes of the files that are being written. */
    private final AtomicLong growing = new AtomicLong();

    RecordingFiles(@Value("${bulkhead.data-dir}") Path data, RecordingSettings settings) {
        this.directory = data.resolve("recordings");
        this.quota = settings.quota().toBytes();
    }

    Path path(Recording recording) {
        return directory.resolve(recording.id() + recording.extension());
    }

    /** A new file. All that are open refuse to grow beyond the quota together; what has ended makes room for them. */
    OutputStream create(Recording recording) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return new Bounded(Files.newOutputStream(path(recording), StandardOpenOption.CREATE_NEW));
    }

    /** 0 when it is missing. */
    long size(Recording recording) {
        try {
            return Files.size(path(recording));
        } catch (IOException missing) {
            return 0;
        }
    }

    void delete(Recording recording) throws IOException {
        Files.deleteIfExists(path(recording));
    }

    /** Takes the half of a line away that a crash left at the end of a terminal's file, so that every player reads the rest. */
    void mend(Recording recording) throws IOException {
        if (!recording.kind().isTerminal()) {
            return;
        }
        try (FileChannel file = FileChannel.open(path(recording), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = file.size();
            while (end > 0) {
                long from = Math.max(0, end - LOOK_BACK);
                ByteBuffer piece = ByteBuffer.allocate((int) (end - from));
                file.read(piece, from);
                for (int i = piece.position() - 1; i >= 0; i--) {
                    if (piece.get(i) == '\n') {
                        file.truncate(from + i + 1);
                        return;
                    }
                }
                end = from;
            }
            file.truncate(0);
        }
    }

    private final class Bounded extends FilterOutputStream {

        private long written;

        Bounded(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int each) throws IOException {
            write(new byte[] {(byte) each}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            if (growing.addAndGet(count) > quota) {
                growing.addAndGet(-count);
                throw new IOException("What is being recorded has become as large as all recordings together may be");
            }
            written += count;
            out.write(bytes, from, count);
        }

        @Override
        public void close() throws IOException {
            growing.addAndGet(-written);
            written = 0;
            super.close();
        }
    }
}
