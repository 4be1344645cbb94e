package dev.bulkhead.bench;

import static org.awaitility.Awaitility.await;

import dev.bulkhead.testing.FreePort;
import dev.bulkhead.testing.HttpCaller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The built application in a process of its own, with the very command of {@code deploy/run} and one engine. */
final class Application implements AutoCloseable {

    static final String USER = "ada";
    static final String PASSWORD = "correct horse battery";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ProcessBuilder builder;
    private final Path log;
    private final Process process;
    private final int port;
    private final double startMillis;
    /** One for all that is asked again and again: each has threads. */
    private final HttpCaller asking;

    private Application(ProcessBuilder builder, int port, Path log) throws IOException {
        this.builder = builder;
        this.log = log;
        this.port = port;
        long began = System.nanoTime();
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        this.asking = new HttpCaller(port);
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> answersLogin() || !process.isAlive());
        startMillis = Figures.millisSince(began);
        if (!process.isAlive()) {
            throw new IllegalStateException("Bulkhead ended at once: " + log);
        }
    }

    /** Starts it on a libvirt URI and returns when the sign-in page answers. */
    static Application start(String libvirtUri, String... more) throws IOException {
        return startOn("libvirt", libvirtUri, more);
    }

    /** Starts it on an engine of that kind and returns when the sign-in page answers. */
    static Application startOn(String kind, String uri, String... more) throws IOException {
        // deploy/bench writes one word of the command a line.
        List<String> command = new ArrayList<>(Files.readAllLines(Path.of(System.getProperty("bench.command"))));
        List<String> arguments = new ArrayList<>(List.of(
                "--bulkhead.hosts[0].id=bench",
                "--bulkhead.hosts[0].engines[0].kind=" + kind,
                "--bulkhead.hosts[0].engines[0].uri=" + uri));
        arguments.addAll(List.of(more));
        return start(command, arguments);
    }

    /** Starts a main class of the benches, which passes what follows on to the application. */
    static Application startOwn(String mainClass, String first, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dvaadin.productionMode=true",
                "-Dvaadin.react.enable=false",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass,
                first));
        return start(command, List.of(more));
    }

    private static Application start(List<String> command, List<String> more) throws IOException {
        Path directory = Files.createTempDirectory("bulkhead-bench");
        Path password = Files.writeString(directory.resolve("password"), PASSWORD);
        int port = FreePort.find();
        command.addAll(List.of(
                "--server.port=" + port,
                "--bulkhead.data-dir=" + directory.resolve("data"),
                "--bulkhead.bootstrap.admin-user=" + USER,
                "--bulkhead.bootstrap.admin-password-file=" + password,
                "--bulkhead.discover-local=false"));
        command.addAll(more);
        Path log = directory.resolve("log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        return new Application(builder, port, log);
    }

    /** Ends it, and starts it on the data that it left. */
    Application restart() throws IOException {
        close();
        return new Application(builder, port, log);
    }

    int port() {
        return port;
    }

    String address() {
        return "http://127.0.0.1:" + port + "/";
    }

    /** From the start of the process until the sign-in page answered. */
    double startMillis() {
        return startMillis;
    }

    /** The session's cookie of a fresh sign-in. */
    String signIn() {
        HttpCaller caller = new HttpCaller(port);
        caller.signIn(USER, PASSWORD);
        return caller.session();
    }

    /** Waits until so many instances are listed and the application has looked at each of them and rests. */
    void awaitListed(int count) {
        HttpCaller caller = new HttpCaller(port).basic(USER, PASSWORD);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> caller.get("/api/v1/instances?size=1")
                        .body()
                        .replace(" ", "")
                        .contains("\"total\":" + count));
        // Details of new instances are read one by one behind the list.
        await().atMost(PATIENCE).until(this::rests);
    }

    /** Processor time of all its threads so far. */
    double processorSeconds() {
        return ProcessorTime.of(process.toHandle());
    }

    double residentBytes() {
        return read("/proc/" + process.pid() + "/status")
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024)
                .sum();
    }

    /** What is reachable on its heap, after a full collection. */
    double liveHeapBytes() throws IOException {
        Process histogram = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(process.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String text = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return text.lines()
                .filter(line -> line.startsWith("Total"))
                .mapToDouble(line -> Double.parseDouble(line.trim().split("\\s+")[2]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("jcmd: " + text));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answersLogin() {
        try {
            return asking.get("/login").statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private boolean rests() throws InterruptedException {
        double before = processorSeconds();
        Thread.sleep(Duration.ofSeconds(3));
        return processorSeconds() - before < 0.3;
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
