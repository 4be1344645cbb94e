package dev.bulkhead.host;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A few platform threads and a short queue through which one engine is asked, so that an engine that hangs holds up nobody but
 * itself. Platform threads, since a native call pins whatever carries it and cannot be interrupted.
 */
final class Lane implements AutoCloseable {

    private final EngineId engine;
    private final ThreadPoolExecutor threads;

    Lane(EngineId engine, String purpose, int width, int queue) {
        this.engine = engine;
        this.threads = new ThreadPoolExecutor(
                width,
                width,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(queue),
                Thread.ofPlatform()
                        .daemon()
                        .name("engine-" + engine + "-" + purpose + "-", 1)
                        .factory());
        this.threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Asks and waits for the answer, no longer than {@code deadline}; a call that is given up goes on in its thread until the engine
     * lets it go.
     *
     * @throws EngineException what the call threw; TIMEOUT past the deadline; LIMIT when the queue is full
     */
    <T> T call(Duration deadline, Callable<T> work) {
        Future<T> answer;
        try {
            answer = threads.submit(work);
        } catch (RejectedExecutionException full) {
            throw new EngineException(ErrorKind.LIMIT, engine, "Too many requests wait for this engine", full);
        }
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new EngineException(
                    ErrorKind.TIMEOUT, engine, "No answer within " + deadline.toSeconds() + " s", late);
        } catch (InterruptedException stopping) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new EngineException(ErrorKind.TIMEOUT, engine, "Interrupted while waiting", stopping);
        } catch (ExecutionException failed) {
            throw translated(failed.getCause() == null ? failed : failed.getCause());
        }
    }

    private RuntimeException translated(Throwable cause) {
        if (cause instanceof EngineException known) {
            return known;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new EngineException(ErrorKind.INTERNAL, engine, String.valueOf(cause.getMessage()), cause);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
