package dev.bulkhead.bench;

import dev.bulkhead.metrics.HistoryBed;
import dev.bulkhead.testing.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Debian's Prometheus, filled with the hours of a year that Bulkhead keeps too; it keeps no others, so what is finer is left out. */
final class Prometheus {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final long HOUR = 3600;
    private static final int SOME = 4;
    private static final List<Integer> CHARTED = List.of(0, 1, 3, 4, 5, 10, 11);

    private final Path folder;
    private final Instant end;
    private final long values;
    private final double coldMillis;
    private final double warmMillis;

    private Prometheus(Path folder, Instant end) throws IOException, InterruptedException {
        this.folder = folder;
        this.end = end;
        this.values = write();
        new ProcessBuilder(
                        "promtool",
                        "tsdb",
                        "create-blocks-from",
                        "openmetrics",
                        "--max-block-duration=1500h",
                        folder.resolve("numbers").toString(),
                        folder.resolve("data").toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("promtool.log").toFile())
                .start()
                .waitFor();
        double[] millis = ask();
        this.coldMillis = millis[0];
        this.warmMillis = millis[1];
    }

    static Prometheus filled(Path folder, Instant end) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        return new Prometheus(folder, end);
    }

    double bytesAValue() throws IOException {
        try (Stream<Path> chunks = Files.walk(folder.resolve("data"))) {
            return chunks.filter(Files::isRegularFile)
                            .mapToLong(Prometheus::size)
                            .sum()
                    / (double) values;
        }
    }

    double coldMillis() {
        return coldMillis;
    }

    double warmMillis() {
        return warmMillis;
    }

    /** All of one series after the other, each by time. */
    private long write() throws IOException {
        long written = 0;
        long begin = end.minus(YEAR).getEpochSecond();
        try (Writer numbers = Files.newBufferedWriter(folder.resolve("numbers"))) {
            for (int series = 0; series < HistoryBed.VALUES; series++) {
                numbers.write("# TYPE s" + series + " gauge\n");
                for (int instance = 0; instance < SOME; instance++) {
                    for (long at = begin; at < end.getEpochSecond(); at += HOUR) {
                        numbers.write("s" + series + "{id=\"i" + instance + "\"} "
                                + HistoryBed.value(instance, series, at) + " " + at + "\n");
                        written++;
                    }
                }
            }
            numbers.write("# EOF\n");
        }
        return written;
    }

    private double[] ask() throws IOException, InterruptedException {
        int port = FreePort.find();
        Path settings = Files.writeString(folder.resolve("prometheus.yml"), "global: {}\n");
        Process server = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + settings,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--storage.tsdb.retention.time=20y",
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI root = URI.create("http://127.0.0.1:" + port);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> get(http, root.resolve("/-/ready")).statusCode() == 200);
            long began = System.nanoTime();
            year(http, root);
            double cold = Figures.millisSince(began);
            began = System.nanoTime();
            year(http, root);
            return new double[] {cold, Figures.millisSince(began)};
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private void year(HttpClient http, URI root) throws IOException, InterruptedException {
        for (int meter : CHARTED) {
            for (String query : List.of(
                    "avg_over_time(s" + 2 * meter + "{id=\"i1\"}[9h])",
                    "max_over_time(s" + (2 * meter + 1) + "{id=\"i1\"}[9h])")) {
                HttpResponse<String> answer = get(
                        http,
                        root.resolve("/api/v1/query_range?step=9h&start=%d&end=%d&query=%s"
                                .formatted(
                                        end.minus(YEAR).getEpochSecond(),
                                        end.getEpochSecond(),
                                        URLEncoder.encode(query, StandardCharsets.UTF_8))));
                if (!answer.body().contains("\"values\"")) {
                    throw new IOException("Prometheus answered " + answer.body());
                }
            }
        }
    }

    private static HttpResponse<String> get(HttpClient http, URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
