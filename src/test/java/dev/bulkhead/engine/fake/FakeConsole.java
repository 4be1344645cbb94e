package dev.bulkhead.engine.fake;

import dev.bulkhead.engine.ConsoleConnection;
import dev.bulkhead.engine.ConsoleRequest;
import dev.bulkhead.engine.TerminalSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A console whose guest is the test: it says what is to come, and looks at what was typed. */
public final class FakeConsole implements ConsoleConnection {

    private static final int WINDOW = 64 * 1024;

    private final ConsoleRequest request;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final List<TerminalSize> sizes = new ArrayList<>();
    private final List<String> signals = new ArrayList<>();
    private ByteBuffer coming = ByteBuffer.allocate(0);
    private int largestRead = Integer.MAX_VALUE;
    private boolean ended;
    private boolean broken;
    private boolean closed;
    private @Nullable Integer exitCode;
    private @Nullable String password;

    FakeConsole(ConsoleRequest request) {
        this.request = request;
    }

    public ConsoleRequest request() {
        return request;
    }

    /** The guest prints; waits while nobody reads, as a terminal does. */
    public void say(byte[] bytes) throws InterruptedException {
        for (int at = 0; at < bytes.length; at += WINDOW) {
            synchronized (this) {
                while (coming.hasRemaining() && !closed) {
                    wait();
                }
                if (closed) {
                    return;
                }
                coming = ByteBuffer.wrap(bytes, at, Math.min(WINDOW, bytes.length - at));
                notifyAll();
            }
        }
    }

    public void say(String text) throws InterruptedException {
        say(text.getBytes(StandardCharsets.UTF_8));
    }

    /** From now on each read gets so many bytes at most. */
    public synchronized void splitInto(int bytes) {
        largestRead = bytes;
    }

    /** The guest's process ends. */
    public synchronized void end(@Nullable Integer code) {
        ended = true;
        exitCode = code;
        notifyAll();
    }

    /** The connection to the engine breaks. */
    public synchronized void breakOff() {
        broken = true;
        notifyAll();
    }

    public synchronized void password(String wanted) {
        password = wanted;
    }

    public synchronized String heard() {
        return heard.toString(StandardCharsets.UTF_8);
    }

    public synchronized byte[] heardBytes() {
        return heard.toByteArray();
    }

    public synchronized List<TerminalSize> sizes() {
        return List.copyOf(sizes);
    }

    public synchronized List<String> signals() {
        return List.copyOf(signals);
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    /** How many bytes were said and not read yet. */
    public synchronized int unread() {
        return coming.remaining();
    }

    @Override
    public synchronized int read(ByteBuffer buffer) throws IOException {
        await(() -> coming.hasRemaining() || ended);
        if (!coming.hasRemaining()) {
            return -1;
        }
        int count = Math.min(Math.min(buffer.remaining(), largestRead), coming.remaining());
        buffer.put(coming.slice(coming.position(), count));
        coming.position(coming.position() + count);
        notifyAll();
        return count;
    }

    @Override
    public synchronized void write(ByteBuffer bytes) throws IOException {
        requireOpen();
        while (bytes.hasRemaining()) {
            heard.write(bytes.get());
        }
    }

    private void await(java.util.function.BooleanSupplier condition) throws IOException {
        try {
            while (!closed && !broken && !condition.getAsBoolean()) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
        requireOpen();
    }

    private void requireOpen() throws IOException {
        if (closed || broken) {
            throw new IOException("The fake console is gone");
        }
    }

    @Override
    public synchronized void resize(TerminalSize size) {
        sizes.add(size);
    }

    @Override
    public synchronized void signal(String name) {
        signals.add(name);
    }

    @Override
    public synchronized OptionalInt exitCode() {
        return exitCode == null ? OptionalInt.empty() : OptionalInt.of(exitCode);
    }

    @Override
    public synchronized Optional<String> password() {
        return Optional.ofNullable(password);
    }

    @Override
    public String label() {
        return "/bin/fake";
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
