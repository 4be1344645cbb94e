package dev.bulkhead.bench;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.docker.DockerFactory;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.testing.DockerDaemon;
import dev.bulkhead.testing.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lists created containers through the adapter, beside the engine's own answer to curl: {@code DockerBench COUNT}. */
final class DockerBench {

    private static final int LISTS = 15;
    private static final String EMPTY_IMAGE = "empty:bench";

    private DockerBench() {}

    static void main(String[] arguments) throws IOException, InterruptedException {
        int count = Integer.parseInt(arguments[0]);
        try (DockerDaemon daemon = TestEngines.newDocker()) {
            create(daemon, count);
            EngineSettings settings = new EngineSettings(EngineKind.DOCKER, daemon.uri());
            try (Engine engine = new DockerFactory().create(new EngineId("bench"), settings)) {
                engine.check();
                measure(engine, daemon, count);
            }
        }
    }

    private static void measure(Engine engine, DockerDaemon daemon, int count)
            throws IOException, InterruptedException {
        List<Double> ours = new ArrayList<>();
        List<Double> engines = new ArrayList<>();
        for (int i = 0; i < LISTS; i++) {
            long began = System.nanoTime();
            int listed = engine.instances().list().size();
            ours.add(Figures.millisSince(began));
            if (listed != count) {
                throw new IllegalStateException("listed " + listed + " of " + count);
            }
            engines.add(Double.parseDouble(curl(
                            daemon,
                            "--write-out",
                            "%{time_total}",
                            "--output",
                            "/dev/null",
                            "http://engine/containers/json?all=1"))
                    * 1000);
        }
        Figures.row(
                count + " created containers, list beyond the engine's own answer",
                Figures.millis(Figures.median(ours) - Figures.median(engines)) + " (first list "
                        + Figures.millis(ours.getFirst()) + ")",
                "300 ms",
                "curl of the same list " + Figures.millis(Figures.median(engines)));
    }

    private static void create(DockerDaemon daemon, int count) throws IOException, InterruptedException {
        Figures.say("creating " + count + " containers");
        // Nothing of a container's files is looked at; an empty image spares the copies.
        Path nothing = Files.createDirectory(daemon.directory().resolve("nothing"));
        Path image = daemon.directory().resolve("empty.tar");
        new ProcessBuilder("tar", "-C", nothing.toString(), "-cf", image.toString(), ".")
                .start()
                .waitFor();
        daemon.docker("import", image.toString(), EMPTY_IMAGE);
        // One curl for all, on one connection.
        String requests = IntStream.range(0, count)
                .mapToObj(number -> """
                        url = "http://engine/containers/create?name=%s"
                        header = "Content-Type: application/json"
                        data = "{\\"Image\\":\\"%s\\",\\"Cmd\\":[\\"/none\\"]}"
                        unix-socket = "%s"
                        output = "/dev/null"
                        """.formatted(ManyDomains.name(number), EMPTY_IMAGE, daemon.socket()))
                .collect(Collectors.joining("next\n"));
        Path file = Files.writeString(daemon.directory().resolve("requests"), requests);
        curl(daemon, "--config", file.toString());
    }

    private static String curl(DockerDaemon daemon, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "curl",
                "--silent",
                "--show-error",
                "--unix-socket",
                daemon.socket().toString()));
        command.addAll(List.of(arguments));
        Process curl = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(curl.getInputStream().readAllBytes());
        if (curl.waitFor() != 0) {
            throw new IOException("curl ended with " + curl.exitValue());
        }
        return output;
    }
}
