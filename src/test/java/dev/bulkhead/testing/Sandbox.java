package dev.bulkhead.testing;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Namespaces, control groups and a directory of its own for one daemon. Everything inside ends with
 * {@link #close()}, and also when this JVM is killed: see {@code sandbox.sh}.
 */
final class Sandbox implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Path directory;
    private final Process process;
    private final BufferedWriter orders;
    private final BufferedReader answers;

    private Sandbox(Path directory, Process process) {
        this.directory = directory;
        this.process = process;
        this.orders = process.outputWriter();
        this.answers = process.inputReader();
    }

    /** Short, since unix socket paths are limited to 107 bytes; open to the mapped users of guests. */
    static Path newDirectory() {
        try {
            var permissions = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x"));
            Path directory = Files.createTempDirectory(Path.of("/tmp"), "bh-", permissions);
            Files.setPosixFilePermissions(directory, permissions.value());
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Sandbox open(Path directory, String prepare, List<String> daemon) {
        var command = new ArrayList<String>();
        // A session of its own: Ctrl+C in the terminal must reach the tests first.
        command.addAll(List.of("setsid", "bash", script().toString()));
        command.addAll(List.of("bulkhead-test-" + directory.getFileName(), directory.toString(), prepare));
        command.addAll(daemon);
        try {
            return new Sandbox(
                    directory,
                    new ProcessBuilder(command)
                            .redirectError(directory.resolve("sandbox.log").toFile())
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the daemon and returns at once; what it writes goes to {@link #log()}. */
    void start() {
        order("start");
    }

    /** Sends a signal, named without SIG, to the daemon and to no process that it started. */
    void signal(String name) {
        order("signal " + name);
    }

    /** Whether the daemon still runs, answering or not. */
    boolean isAlive() {
        return order("signal 0").equals("sent");
    }

    /** Waits until the daemon has ended. */
    void awaitEnd() {
        order("wait");
    }

    /** The last lines that daemon and sandbox wrote, for messages of failures. */
    String log() {
        var lines = new ArrayList<String>();
        for (String name : List.of("sandbox.log", "daemon.log")) {
            Path file = directory.resolve(name);
            if (Files.exists(file)) {
                try {
                    lines.addAll(Files.readAllLines(file));
                } catch (IOException e) {
                    lines.add(e.toString());
                }
            }
        }
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }

    @Override
    public void close() {
        try {
            orders.close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("sandbox " + directory + " does not end");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized String order(String order) {
        try {
            orders.write(order + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new IllegalStateException("sandbox " + directory + " ended: " + log(), e);
        }
        String answer = CompletableFuture.supplyAsync(this::readAnswer)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        if (answer.isEmpty()) {
            throw new IllegalStateException("sandbox " + directory + " ended: " + log());
        }
        return answer;
    }

    private String readAnswer() {
        try {
            String line = answers.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path script() {
        var resource = Sandbox.class.getResource("sandbox.sh");
        if (resource == null) {
            throw new IllegalStateException("sandbox.sh is not among the test resources");
        }
        return Path.of(resource.getPath());
    }
}
