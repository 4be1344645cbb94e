package dev.bulkhead.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Debian's rrdtool, fed over a pipe by one process, as collectors do; with the steps and times that Bulkhead keeps. */
final class RrdTool {

    private static final int SERIES = 17;
    private static final String KEPT =
            " RRA:AVERAGE:0.5:1:720 RRA:AVERAGE:0.5:6:20160 RRA:MAX:0.5:6:20160 RRA:AVERAGE:0.5:30:25920"
                    + " RRA:MAX:0.5:30:25920 RRA:AVERAGE:0.5:360:17520 RRA:MAX:0.5:360:17520";

    private final Path folder;
    private final int files;
    private final Random random = new Random(1);

    RrdTool(Path folder, int files) {
        this.folder = folder;
        this.files = files;
    }

    /** CPU time of one update of one file's series, in milliseconds. */
    double millisAnUpdate(Instant begin, int ticks) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Process process = new ProcessBuilder("rrdtool", "-")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try (Writer commands = process.outputWriter();
                BufferedReader answers = process.inputReader()) {
            String sources = IntStream.range(0, SERIES)
                    .mapToObj(series -> "DS:s" + series + ":GAUGE:20:U:U")
                    .collect(Collectors.joining(" "));
            for (int file = 0; file < files; file++) {
                ask(
                        commands,
                        answers,
                        "create " + file + ".rrd --step 10 --start " + begin.getEpochSecond() + " " + sources + KEPT);
            }
            double before = ProcessorTime.of(process.toHandle());
            for (int tick = 1; tick <= ticks; tick++) {
                for (int file = 0; file < files; file++) {
                    ask(
                            commands,
                            answers,
                            "update " + file + ".rrd " + (begin.getEpochSecond() + 10L * tick) + values());
                }
            }
            return 1000 * (ProcessorTime.of(process.toHandle()) - before) / ticks / files;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static void ask(Writer commands, BufferedReader answers, String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
        String answer = answers.readLine();
        while (answer != null && !answer.startsWith("OK")) {
            if (answer.startsWith("ERROR")) {
                throw new IOException(answer);
            }
            answer = answers.readLine();
        }
    }

    private String values() {
        return IntStream.range(0, SERIES)
                .mapToObj(series -> ":" + Math.abs(random.nextInt()))
                .collect(Collectors.joining());
    }
}
