package dev.bulkhead.common;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a service works out by a thread of its own while the caller goes on. */
public final class Answer<T> {

    private final CompletableFuture<T> future;

    private Answer(CompletableFuture<T> future) {
        this.future = future;
    }

    public static <T> Answer<T> by(Executor executor, Supplier<T> work) {
        return new Answer<>(CompletableFuture.supplyAsync(work, executor));
    }

    /** One that is there already. */
    public static <T> Answer<T> of(T value) {
        return new Answer<>(CompletableFuture.completedFuture(value));
    }

    /** Empty when it is not there in that time. @throws IllegalStateException when the work failed */
    public Optional<T> within(Duration time) {
        try {
            return Optional.of(future.get(time.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException later) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** Calls {@code listener} when it is there; any thread. Never when the work fails. */
    public void then(Consumer<T> listener) {
        future.thenAccept(listener);
    }
}
