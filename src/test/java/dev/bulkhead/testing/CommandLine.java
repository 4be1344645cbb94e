package dev.bulkhead.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs an engine's command line, which is how tests act behind the product's back. */
final class CommandLine {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final List<String> prefix;
    private final Map<String, String> environment;

    CommandLine(List<String> prefix, Map<String, String> environment) {
        this.prefix = List.copyOf(prefix);
        this.environment = Map.copyOf(environment);
    }

    /** Runs and returns standard output; anything but success throws with standard error. */
    String run(String... arguments) {
        return runWithInput("", arguments);
    }

    String runWithInput(String input, String... arguments) {
        return run(PATIENCE, input, arguments);
    }

    /** Whether the command succeeds within the given time. */
    boolean succeeds(Duration patience, String... arguments) {
        try {
            run(patience, "", arguments);
            return true;
        } catch (CommandFailed failed) {
            return false;
        }
    }

    private String run(Duration patience, String input, String... arguments) {
        var command = new ArrayList<>(prefix);
        command.addAll(Arrays.asList(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            var output = drain(process, true);
            var errors = drain(process, false);
            try (var standardInput = process.getOutputStream()) {
                standardInput.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException brokenPipe) {
                // The command ended without reading; its exit code tells the rest.
            }
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new CommandFailed(String.join(" ", command) + ": no end within " + patience);
            }
            if (process.exitValue() != 0) {
                throw new CommandFailed(String.join(" ", command) + ": " + errors.join() + output.join());
            }
            return output.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static CompletableFuture<String> drain(Process process, boolean output) {
        var text = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> {
            try (var stream = output ? process.getInputStream() : process.getErrorStream()) {
                text.complete(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                text.complete("");
            }
        });
        return text;
    }

    /** A command that failed, with what it wrote to standard error. */
    static final class CommandFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CommandFailed(String message) {
            super(message);
        }
    }
}
