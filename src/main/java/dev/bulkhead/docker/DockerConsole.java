package dev.bulkhead.docker;

import dev.bulkhead.engine.ConsoleConnection;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.TerminalSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open console: the engine's stream for the bytes, and its other calls for all else. */
final class DockerConsole implements ConsoleConnection {

    private static final Logger LOG = LoggerFactory.getLogger(DockerConsole.class);

    private final EngineStream stream;
    private final ByteSource output;
    private final boolean takesInput;
    private final ConsoleSubject subject;
    private final Consumer<DockerConsole> whenClosed;
    private final AtomicReference<@Nullable TerminalSize> wantedSize = new AtomicReference<>();
    private final AtomicBoolean resizing = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    DockerConsole(
            EngineStream stream,
            ByteSource output,
            boolean takesInput,
            ConsoleSubject subject,
            Consumer<DockerConsole> whenClosed) {
        this.stream = stream;
        this.output = output;
        this.takesInput = takesInput;
        this.subject = subject;
        this.whenClosed = whenClosed;
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        return output.read(buffer);
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        if (takesInput) {
            stream.write(bytes);
        } else {
            bytes.position(bytes.limit());
        }
    }

    /** One call at a time is under way; of the sizes that come meanwhile, the last is told after it. */
    @Override
    public void resize(TerminalSize size) {
        wantedSize.set(size);
        while (wantedSize.get() != null && resizing.compareAndSet(false, true)) {
            try {
                TerminalSize wanted = wantedSize.getAndSet(null);
                if (wanted != null) {
                    subject.resize(wanted);
                }
            } catch (EngineException noLongerThere) {
                LOG.debug("No resize of {}", subject, noLongerThere);
            } finally {
                resizing.set(false);
            }
        }
    }

    @Override
    public void signal(String name) {
        try {
            subject.signal(name);
        } catch (EngineException noLongerThere) {
            LOG.debug("No signal to {}", subject, noLongerThere);
        }
    }

    @Override
    public OptionalInt exitCode() {
        try {
            return subject.exitCode();
        } catch (EngineException unknown) {
            if (unknown.kind() != ErrorKind.NOT_FOUND) {
                throw unknown;
            }
            LOG.debug("No exit code of {}: its container is gone", subject);
            return OptionalInt.empty();
        }
    }

    @Override
    public String label() {
        return subject.label();
    }

    /** Returns at once; what has to be asked of the engine for it is told to {@code whenClosed}. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            stream.close();
            whenClosed.accept(this);
        }
    }

    /** Ends what was begun for the console; blocks for some calls. */
    void endSubject() {
        try {
            subject.end();
        } catch (EngineException unknown) {
            LOG.debug("{} may be left behind", subject, unknown);
        }
    }
}
