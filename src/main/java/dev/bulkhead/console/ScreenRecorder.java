package dev.bulkhead.console;

import dev.bulkhead.engine.ConsoleConnection;
import dev.bulkhead.engine.EngineException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Records a screen by a connection of its own, and by another when the guest was off in between. */
final class ScreenRecorder implements Recorder {

    private static final int AGAIN_SECONDS = 2;

    private final Supplier<ConsoleConnection> opener;
    private final ScreenCapture capture;
    private final OutputStream file;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicReference<@Nullable ConsoleConnection> current = new AtomicReference<>();

    ScreenRecorder(Supplier<ConsoleConnection> opener, ScreenCapture capture, OutputStream file) {
        this.opener = opener;
        this.capture = capture;
        this.file = file;
    }

    @Override
    public void run() throws IOException {
        try (file;
                RfbLog log = new RfbLog(file)) {
            do {
                watch(log);
            } while (!stopped.await(AGAIN_SECONDS, TimeUnit.SECONDS));
        } catch (UncheckedIOException trouble) {
            throw trouble.getCause();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch(RfbLog log) {
        try (ConsoleConnection connection = opener.get()) {
            current.set(connection);
            if (stopped.getCount() > 0) {
                capture.capture(connection, log);
            }
        } catch (EngineException | IOException off) {
            // Viewers are told why; this one comes back when the guest does.
            current.set(null);
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        ConsoleConnection connection = current.get();
        if (connection != null) {
            connection.close();
        }
    }
}
