package dev.bulkhead.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A daemon of the tests' own that needs no namespaces: it listens on one port of loopback, as a user without rights where the tests are
 * root, and ends with this JVM however that ends (see {@code daemon.sh}).
 */
final class LoopbackDaemon implements AutoCloseable {

    private static final String NOBODY = "65534";
    private static final Duration START_TIME = Duration.ofSeconds(60);
    private static final int CONNECT_MILLIS = 1_000;

    private final Path directory;
    private final Process process;

    private LoopbackDaemon(Path directory, Process process) {
        this.directory = directory;
        this.process = process;
    }

    /**
     * Starts it and returns when it answers.
     *
     * @param directory of all that is the daemon's; removed after its end
     * @param signal that ends it at once, without SIG
     */
    static LoopbackDaemon start(Path directory, String signal, List<String> command, BooleanSupplier answers) {
        List<String> script = new ArrayList<>(List.of("setsid", "bash", script(), directory.toString(), signal));
        script.addAll(command);
        try {
            Process process = new ProcessBuilder(script)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            LoopbackDaemon daemon = new LoopbackDaemon(directory, process);
            try {
                await().atMost(START_TIME)
                        .pollDelay(Duration.ofMillis(20))
                        .pollInterval(Duration.ofMillis(20))
                        .until(answers::getAsBoolean);
            } catch (RuntimeException silent) {
                String log = daemon.log();
                daemon.close();
                throw new IllegalStateException(command.getFirst() + " does not answer: " + log, silent);
            }
            return daemon;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What such a daemon's command begins with. */
    static List<String> withoutRights() {
        return isRoot() ? List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups") : List.of();
    }

    /** Gives a directory to the user that {@link #withoutRights} makes of us. */
    static void giveAway(Path directory) {
        if (isRoot()) {
            new CommandLine(List.of("chown"), java.util.Map.of()).run(NOBODY + ":" + NOBODY, directory.toString());
        }
    }

    static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** The program's path: the last one that lies in these directories. */
    static String program(String name, Stream<Path> directories) {
        return directories
                .map(directory -> directory.resolve(name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .reduce((one, other) -> other)
                .orElseThrow(() -> new IllegalStateException(name + " is not installed"));
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private String log() {
        try {
            return Files.readString(directory.resolve("daemon.log"));
        } catch (IOException unread) {
            return unread.toString();
        }
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(START_TIME.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the daemon in " + directory + " does not end");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String script() {
        var resource = LoopbackDaemon.class.getResource("daemon.sh");
        if (resource == null) {
            throw new IllegalStateException("daemon.sh is not among the test resources");
        }
        return resource.getPath();
    }
}
