package dev.bulkhead.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Bulkhead in a process of its own, without engines unless told of some, for tests of how it begins and ends. Ended by its own handle. */
public final class OwnProcess implements AutoCloseable {

    public static final String USER = "ada";
    public static final String PASSWORD = "correct horse battery";

    private final Process process;
    private final Path output;
    private final int port;

    private OwnProcess(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /** Starts it and returns when its pages answer. @param arguments further ones */
    public static OwnProcess start(String... arguments) throws IOException {
        Path directory = Files.createTempDirectory("bulkhead-own");
        Path password = Files.writeString(directory.resolve("password"), PASSWORD);
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dvaadin.productionMode=true",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.bulkhead.Bulkhead",
                "--server.port=" + port,
                "--bulkhead.data-dir=" + directory.resolve("data"),
                "--bulkhead.bootstrap.admin-user=" + USER,
                "--bulkhead.bootstrap.admin-password-file=" + password,
                "--bulkhead.discover-local=false"));
        command.addAll(List.of(arguments));
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        OwnProcess own = new OwnProcess(process, output, port);
        await().atMost(Duration.ofSeconds(120)).until(() -> own.answers() || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException("Bulkhead ended at once: " + own.output());
        }
        return own;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() throws IOException {
        return output().contains("Started Bulkhead");
    }

    public int port() {
        return port;
    }

    public String address() {
        return "http://127.0.0.1:" + port + "/";
    }

    /** All that it has printed so far. */
    public String output() throws IOException {
        return Files.readString(output);
    }

    /** Sends SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** Whether it ended within that time. */
    public boolean awaitEnd(Duration longest) {
        try {
            return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
