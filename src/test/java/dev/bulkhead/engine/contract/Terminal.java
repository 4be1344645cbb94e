package dev.bulkhead.engine.contract;

import dev.bulkhead.engine.ConsoleConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A person at a terminal with a shell: types, and reads until something shows. Reads nothing that nobody waits for, always on virtual
 * threads, and never waits for ever.
 */
public final class Terminal implements AutoCloseable {

    private static final int CHUNK = 16 * 1024;

    private final ConsoleConnection connection;
    private final Duration patience;
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private int commands;

    public Terminal(ConsoleConnection connection, Duration patience) {
        this.connection = connection;
        this.patience = patience;
    }

    public ConsoleConnection connection() {
        return connection;
    }

    public void type(String text) {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    public void send(byte[] bytes) {
        within("type", () -> {
            connection.write(ByteBuffer.wrap(bytes));
            return "";
        });
    }

    /** Writes on a thread of its own while somebody reads; the future fails as the writing does. */
    public CompletableFuture<Void> sendBeside(byte[] bytes, int chunk) {
        return beside(() -> {
            for (int from = 0; from < bytes.length; from += chunk) {
                connection.write(ByteBuffer.wrap(bytes, from, Math.min(chunk, bytes.length - from)));
            }
            return null;
        });
    }

    /** Runs a line of shell and returns what it printed, lines parted by {@code \n}. */
    public String run(String line) {
        int number = ++commands;
        // The marks are typed in two parts, so that the line's echo is not taken for its output.
        type("echo BEG''IN-%d; %s; echo EN''D-%d\n".formatted(number, line, number));
        readUntil("BEGIN-" + number + "\r\n");
        String output = readUntil("END-" + number + "\r\n");
        return output.substring(0, output.lastIndexOf("END-"))
                .replace("\r\n", "\n")
                .strip();
    }

    /** What comes up to the text and with it; bytes count as characters. */
    public String readUntil(String text) {
        return within("see <" + text + ">", () -> {
            for (int at = text().indexOf(text); ; at = text().indexOf(text)) {
                if (at >= 0) {
                    return new String(take(at + text.length()), StandardCharsets.ISO_8859_1);
                }
                readSome(CHUNK);
            }
        });
    }

    /** The next so many bytes, read into buffers of the given size. */
    public byte[] read(int count, int chunk) {
        return within("read " + count + " bytes", () -> {
            while (seen.size() < count) {
                readSome(Math.min(chunk, count - seen.size()));
            }
            return take(count);
        });
    }

    /** All that comes until the other side ends. */
    public byte[] readToEnd() {
        return within("read to the end", () -> {
            while (readMore(CHUNK)) {
                // Until the end.
            }
            return take(seen.size());
        });
    }

    /** Waits until reading ends, in the one way or the other; what comes before is of no interest. */
    public void awaitEnd() {
        within("see the end", () -> {
            try {
                while (readMore(CHUNK)) {
                    seen.reset();
                }
            } catch (IOException broken) {
                // That is an end too.
            }
            return "";
        });
    }

    @Override
    public void close() {
        connection.close();
    }

    private void readSome(int most) throws IOException {
        if (!readMore(most)) {
            throw new IOException("The other side ended");
        }
    }

    private boolean readMore(int most) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(most);
        int count = connection.read(buffer);
        seen.write(buffer.array(), 0, Math.max(count, 0));
        return count >= 0;
    }

    private String text() {
        return seen.toString(StandardCharsets.ISO_8859_1);
    }

    private byte[] take(int count) {
        byte[] all = seen.toByteArray();
        seen.reset();
        seen.write(all, count, all.length - count);
        return Arrays.copyOf(all, count);
    }

    private <T> T within(String what, Callable<T> task) {
        try {
            return beside(task).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException failure) {
            String all = text();
            String last = all.substring(Math.max(0, all.length() - 500));
            throw new AssertionError("Could not " + what + "; seen at last: " + last, failure);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Does something on a virtual thread of its own. */
    public static <T> CompletableFuture<T> beside(Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                result.complete(task.call());
            } catch (IOException e) {
                result.completeExceptionally(new UncheckedIOException(e));
            } catch (Exception | AssertionError e) {
                result.completeExceptionally(new CompletionException(e));
            }
        });
        return result;
    }
}
