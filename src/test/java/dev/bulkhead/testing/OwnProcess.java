package dev.bulkhead.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
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

    private static final String DATA = "data";
    private static final String ON_DISK =
            "mkdir \"$0\" && mount -t tmpfs -o size=\"$1\" tmpfs \"$0\" && shift && exec \"$@\"";

    private final Process process;
    private final Path directory;
    private final Path output;
    private final int port;

    private OwnProcess(Process process, Path directory, int port) {
        this.process = process;
        this.directory = directory;
        this.output = directory.resolve("output");
        this.port = port;
    }

    /** Starts it and returns when its pages answer. @param arguments further ones */
    public static OwnProcess start(String... arguments) throws IOException {
        return start(TestDirectory.create("bulkhead-own"), List.of(), arguments);
    }

    /** Its data on a disk of their own, which is seen by it alone and goes with it; only for root. @param size as {@code 24m} */
    public static OwnProcess onDiskOf(String size) throws IOException {
        Path directory = TestDirectory.create("bulkhead-own");
        String data = directory.resolve(DATA).toString();
        return start(directory, List.of("unshare", "--mount", "sh", "-c", ON_DISK, data, size));
    }

    private static OwnProcess start(Path directory, List<String> within, String... arguments) throws IOException {
        Path password = Files.writeString(directory.resolve("password"), PASSWORD);
        int port = FreePort.find();
        List<String> command = new ArrayList<>(within);
        command.addAll(List.of(
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
                "--bulkhead.data-dir=" + directory.resolve(DATA),
                "--bulkhead.bootstrap.admin-user=" + USER,
                "--bulkhead.bootstrap.admin-password-file=" + password,
                "--bulkhead.discover-local=false"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        OwnProcess own = new OwnProcess(process, directory, port);
        await().atMost(Duration.ofSeconds(120)).until(() -> own.answers() || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException("Bulkhead ended at once: " + own.output());
        }
        return own;
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

    /** Its data's directory, as it sees it itself. */
    public Path insideDisk() {
        return Path.of("/proc/" + process.pid() + "/root" + directory.resolve(DATA));
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
