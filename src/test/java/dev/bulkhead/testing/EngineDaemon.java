package dev.bulkhead.testing;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One private engine: a real daemon with state, sockets, network and guests of its own. Methods
 * block until the daemon has done what they say. Guests live as long as this object is open, or
 * this JVM; what the daemon's end means to them is up to the engine, as in production.
 */
public abstract class EngineDaemon implements AutoCloseable {
    private static final Duration START_TIME = Duration.ofSeconds(60);
    private static final Duration PROBE_TIME = Duration.ofSeconds(3);

    private final Path directory = Sandbox.newDirectory();
    private @Nullable Sandbox sandbox;

    /** Directory of everything that is this engine's; removed by {@link #close()}. */
    public final Path directory() {
        return directory;
    }

    /** The unix socket at which the engine answers while it is up. */
    public abstract Path socket();

    /** Starts the daemon and returns as soon as it answers. */
    public final synchronized void start() {
        boolean first = sandbox == null;
        if (first) {
            writeConfiguration();
            sandbox = Sandbox.open(directory, prepare(), daemon());
        }
        sandbox().start();
        awaitAnswer();
        if (first) {
            furnish();
        }
    }

    /** Ends the daemon the orderly way. */
    public final synchronized void stop() {
        sandbox().signal("CONT");
        sandbox().signal("TERM");
        sandbox().awaitEnd();
    }

    /** Ends the daemon as a crash would, with SIGKILL. */
    public final synchronized void kill() {
        sandbox().signal("KILL");
        sandbox().awaitEnd();
    }

    /** Stops the daemon's threads, so that it keeps its connections and answers nothing. */
    public final synchronized void freeze() {
        sandbox().signal("STOP");
    }

    /** Undoes {@link #freeze()}. */
    public final synchronized void thaw() {
        sandbox().signal("CONT");
    }

    /** Stops and starts. */
    public final void restart() {
        stop();
        start();
    }

    /** Whether the engine answers its own command line now. */
    public final boolean isUp() {
        return commandLine().succeeds(PROBE_TIME, probe());
    }

    /** Ends the daemon and all its guests, and removes what they left. */
    @Override
    public final synchronized void close() {
        if (sandbox != null) {
            sandbox.close();
            sandbox = null;
        }
    }

    /** Where daemon and guests write; for messages of failures. */
    public final String log() {
        return sandbox().log();
    }

    abstract CommandLine commandLine();

    /** Arguments of the cheapest command that only a daemon in working order answers. */
    abstract String[] probe();

    /** A line of shell that the sandbox runs before the daemon's first start. */
    abstract String prepare();

    abstract List<String> daemon();

    void writeConfiguration() {}

    /** What the fresh engine needs before it can run guests: images, pools. */
    void furnish() {}

    private void awaitAnswer() {
        try {
            await().atMost(START_TIME)
                    .pollDelay(Duration.ofMillis(50))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> isUp() || !sandbox().isAlive());
        } catch (ConditionTimeoutException e) {
            throw new IllegalStateException(this + " does not answer: " + log(), e);
        }
        if (!sandbox().isAlive()) {
            throw new IllegalStateException(this + " ended: " + log());
        }
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName();
    }

    private Sandbox sandbox() {
        if (sandbox == null) {
            throw new IllegalStateException(this + " was not started");
        }
        return sandbox;
    }
}
