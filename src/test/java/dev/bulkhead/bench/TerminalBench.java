package dev.bulkhead.bench;

import dev.bulkhead.testing.DockerDaemon;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A shell in a container through the application, by {@code docker exec -it} on a terminal of the kernel's, and by the same command in
 * Cockpit's terminal: {@code TerminalBench KEYS MEGABYTES INTERRUPTS PASTED}.
 */
final class TerminalBench implements AutoCloseable {

    private static final String CONTAINER = "bench";
    private static final int MEGABYTE = 1_000_000;
    /** So many keys until compilers have done with what they go through. */
    private static final int WARM_UPS = 1_000;

    private static final Duration FLOOD = Duration.ofMillis(700);
    /** About what xterm.js shows in a second. */
    private static final double PAGE_PACE = 10e6;

    private final Map<String, Shell> shells = new LinkedHashMap<>();
    private final Path text;

    /** Opens fresh shells: one that is not read for long is given up by who serves it. */
    private TerminalBench(Application application, DockerDaemon daemon, Path text) throws IOException {
        this.text = text;
        String listed = new HttpCaller(application.port())
                .basic(Application.USER, Application.PASSWORD)
                .get("/api/v1/instances?size=1")
                .body();
        JsonNode instance = JsonMapper.shared().readTree(listed).get("items").get(0);
        List<String> exec = List.of("docker", "--host", daemon.uri().toString(), "exec", "-it", CONTAINER, "ash");
        shells.put(
                "",
                new Shell(new BulkheadTerminal(application, instance.get("id").stringValue())));
        shells.put("docker exec -it ", new Shell(new PtyTerminal(exec)));
        if (CockpitServer.isInstalled()) {
            shells.put(
                    "the same in Cockpit's terminal ",
                    new Shell(new CockpitTerminal(new CockpitServer(daemon.directory()), exec)));
        }
    }

    static void main(String[] arguments) throws Exception {
        int[] numbers = Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        try (DockerDaemon daemon = TestEngines.newDocker()) {
            Path shared = Files.createDirectory(daemon.directory().resolve("shared"));
            Path text = RandomText.write(shared.resolve("text"), numbers[1] * MEGABYTE);
            daemon.run(CONTAINER, "--network", "none", "--volume", shared + ":/shared");
            try (Application application =
                    Application.startOn("docker", daemon.uri().toString())) {
                application.awaitListed(1);
                List<Figure> figures = List.of(
                        bench -> bench.echo(numbers[0]),
                        bench -> bench.output(numbers[1]),
                        bench -> bench.interrupts(numbers[2]),
                        bench -> bench.paste(numbers[3]));
                for (Figure figure : figures) {
                    try (TerminalBench bench = new TerminalBench(application, daemon, text)) {
                        figure.measure(bench);
                    }
                }
            }
        }
    }

    private interface Figure {
        void measure(TerminalBench bench) throws IOException;
    }

    /** One key after the other, each at every shell in turn, so that what else the machine does harms all alike. */
    private void echo(int keys) throws IOException {
        Map<String, List<Double>> micros = new LinkedHashMap<>();
        for (int key = -WARM_UPS; key < keys; key++) {
            for (var shell : shells.entrySet()) {
                double took = shell.getValue().echoMicros();
                if (key >= 0) {
                    micros.computeIfAbsent(shell.getKey(), any -> new ArrayList<>())
                            .add(took);
                }
            }
        }
        row(
                "key to echo in a container's shell, p50 / p99 of " + keys,
                "p50 2 x docker exec",
                micros,
                TerminalBench::echoWords);
    }

    private static String echoWords(List<Double> micros) {
        return "%.0f / %.0f µs".formatted(Figures.median(micros), Figures.percentile(micros, 0.99));
    }

    private void output(int megabytes) throws IOException {
        String expected = hex(sha256().digest(Files.readAllBytes(text)));
        Map<String, String> words = new LinkedHashMap<>();
        for (var shell : shells.entrySet()) {
            // The first time warms up.
            output(shell.getValue(), megabytes, expected);
            words.put(shell.getKey(), output(shell.getValue(), megabytes, expected));
        }
        row(megabytes + " MB of random UTF-8 by cat, processor time, SHA-256", "byte-exact", words, word -> word);
    }

    private String output(Shell shell, int megabytes, String expected) throws IOException {
        // Without post-processing, which would put a return before each end of a line.
        shell.run("stty raw -echo; printf 'BEG''IN'; cat /shared/text; printf 'EN''D'; stty sane");
        shell.await("BEGIN");
        double before = shell.terminal().processorSeconds();
        long began = System.nanoTime();
        MessageDigest digest = sha256();
        shell.take((long) megabytes * MEGABYTE, digest);
        double seconds = (System.nanoTime() - began) / 1e9;
        double used = shell.terminal().processorSeconds() - before;
        boolean exact = hex(digest.digest()).equals(expected);
        boolean ended = shell.await("END").isEmpty();
        shell.awaitPrompt();
        return "%.0f MB/s, %.2f s, %s".formatted(megabytes / seconds, used, exact && ended ? "equal" : "NOT equal");
    }

    private void interrupts(int tries) throws IOException {
        interrupts("Ctrl+C on yes until the prompt", "yes", 0, tries);
        // A line is a call of the kernel's: by short ones not even a slow reader is flooded.
        String line = "yes".repeat(60);
        interrupts("Ctrl+C on yes of long lines, read at 10 MB/s as a page does", line, PAGE_PACE, tries);
    }

    private void interrupts(String figure, String line, double pace, int tries) throws IOException {
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        for (int number = 0; number < tries; number++) {
            for (var shell : shells.entrySet()) {
                shell.getValue().pace(pace);
                millis.computeIfAbsent(shell.getKey(), any -> new ArrayList<>())
                        .add(shell.getValue().interruptMillis(line, FLOOD));
                shell.getValue().pace(0);
            }
        }
        row(figure + ", p50 / longest of " + tries, "200 ms", millis, TerminalBench::interruptWords);
    }

    private static String interruptWords(List<Double> millis) {
        return Figures.millis(Figures.median(millis)) + " / " + Figures.millis(Figures.percentile(millis, 1));
    }

    private void paste(int megabytes) throws IOException {
        byte[] pasted = Files.readAllBytes(RandomText.write(text.resolveSibling("pasted"), megabytes * MEGABYTE));
        String expected = hex(sha256().digest(pasted));
        Map<String, String> words = new LinkedHashMap<>();
        for (var shell : shells.entrySet()) {
            words.put(shell.getKey(), paste(shell.getValue(), pasted, expected));
        }
        row(megabytes + " MB pasted into a raw terminal, SHA-256 of what arrived", "no loss", words, word -> word);
    }

    private static String paste(Shell shell, byte[] pasted, String expected) throws IOException {
        shell.run("stty raw -echo; printf 'BEG''IN'; head -c " + pasted.length + " | sha256sum; stty sane");
        shell.await("BEGIN");
        long began = System.nanoTime();
        shell.terminal().type(pasted);
        String found = shell.await("  -");
        double seconds = (System.nanoTime() - began) / 1e9;
        shell.awaitPrompt();
        return Figures.seconds(seconds) + (found.strip().equals(expected) ? ", equal" : ", NOT equal");
    }

    private static <T> void row(String figure, String aim, Map<String, T> reached, Function<T, String> words) {
        List<String> all = reached.entrySet().stream()
                .map(entry -> entry.getKey() + words.apply(entry.getValue()))
                .toList();
        Figures.row(figure, all.getFirst(), aim, String.join("; ", all.subList(1, all.size())));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() throws IOException {
        for (Shell shell : shells.values()) {
            shell.close();
        }
    }
}
