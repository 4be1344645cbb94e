package dev.bulkhead.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.ConsoleOffer;
import dev.bulkhead.engine.ConsoleRequest;
import dev.bulkhead.engine.ConsoleRequest.Exec;
import dev.bulkhead.engine.ConsoleRequest.Logs;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.TerminalSize;
import dev.bulkhead.engine.contract.Terminal;
import dev.bulkhead.engine.contract.TerminalContract;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Main processes and logs, which only application containers have, on any engine that speaks Docker's API. */
abstract class ContainerConsolesContract extends TerminalContract {

    /** Runs the engine's own command line. */
    abstract String cli(String... arguments);

    abstract String image();

    abstract String engineSocket();

    /** Whether a main process without a terminal can be typed to and outlives who does. */
    boolean takesInputWithoutATerminal() {
        return true;
    }

    @Test
    void theMainProcessTakesWhatIsTyped() {
        String id = run(List.of("--interactive", "--tty"), "sh");
        Terminal terminal = attach(id);

        assertThat(terminal.run("echo $$")).isEqualTo("1");
        terminal.connection().resize(new TerminalSize(99, 33));
        await("size")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(terminal.run("stty size")).isEqualTo("33 99"));
        assertThat(terminal.connection().label()).isEqualTo("sh");
    }

    @Test
    void noKeysDetachFromTheMainProcess() {
        Terminal terminal = attach(run(List.of("--interactive", "--tty"), "sh"));

        terminal.type("stty raw -echo; echo RE''ADY; head -c 4 | od -t x1; stty sane\n");
        terminal.readUntil("READY\n");
        terminal.send(new byte[] {16, 17, 0, 16});

        assertThat(terminal.readUntil("0000004")).contains("10 11 00 10");
        assertThat(terminal.run("echo here")).isEqualTo("here");
    }

    @Test
    void closingLeavesTheMainProcessAlone() {
        String id = run(List.of("--interactive", "--tty"), "sh");
        Terminal first = attach(id);
        first.run("kept=yes");

        first.close();

        assertThat(attach(id).run("echo $kept")).isEqualTo("yes");
        assertThat(find(id).state()).isEqualTo(InstanceState.RUNNING);
    }

    @Test
    void withoutATerminalOutputAndErrorsComeAsTheyAre() {
        assumeTrue(takesInputWithoutATerminal(), "the engine would end its input");
        String id = run(
                List.of("--interactive"), "sh", "-c", "while read line; do echo out $line; echo err $line >&2; done");
        Terminal terminal = attach(id);

        terminal.type("one\n");

        String answer = terminal.readUntil("one\n") + terminal.readUntil("one\n");
        assertThat(answer).isIn("out one\nerr one\n", "err one\nout one\n");
        terminal.close();
        assertThat(attach(id).connection()).isNotNull();
        assertThat(find(id).state()).isEqualTo(InstanceState.RUNNING);
    }

    @Test
    void aMainProcessThatWasMadeForOneClientOutlivesAViewer() {
        String id = create(List.of("--interactive", "--network", "none"), "sh", "-c", "echo begun; cat; echo over");
        backstage.start(id);
        Terminal log = open(id, ConsoleRequest.logs(Logs.ALL));
        log.readUntil("begun\n");

        if (takesInputWithoutATerminal()) {
            attach(id).close();
        } else {
            assertFails(() -> attach(id), ErrorKind.CONFLICT);
        }

        backstage.stop(id);
        assertThat(text(log.readToEnd())).isEmpty();
    }

    @Test
    void aMainProcessWithoutInputCanBeWatchedAndSignalled() {
        String id = run(List.of(), "sh", "-c", "trap 'echo bye; exit 5' TERM; while :; do echo tick; sleep 0.1; done");
        Terminal terminal = attach(id);
        terminal.type("nobody reads this\n");
        terminal.readUntil("tick\n");

        terminal.connection().signal("TERM");

        assertThat(text(terminal.readToEnd())).endsWith("bye\n");
        await("exit code")
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(terminal.connection().exitCode()).hasValue(5));
    }

    @Test
    void aSignalReachesTheProcessThatWasBegun() {
        String id = run(List.of(), "sleep", "1000");
        String script = "trap 'echo caught; exit 3' TERM; echo waits; while :; do sleep 0.1; done";
        Terminal terminal =
                open(id, ConsoleRequest.exec(new Exec(List.of("sh", "-c", script), "", ""), TerminalSize.USUAL));
        terminal.readUntil("waits");

        terminal.connection().signal("not a name; $(reboot)");
        terminal.connection().signal("TERM");

        assertThat(text(terminal.readToEnd())).endsWith("caught\r\n");
        assertThat(terminal.connection().exitCode()).hasValue(3);
    }

    @Test
    void theWholeLogIsReadAlsoOfAStoppedContainer() {
        String id = run(List.of(), "sh", "-c", "for i in $(seq 1000); do echo line $i; done");
        awaitState(id, InstanceState.STOPPED);

        assertThat(logs(id, new Logs(null, null, -1, false, false)))
                .hasSize(1000)
                .contains("line 1", "line 1000");
        assertThat(logs(id, new Logs(null, null, 3, false, false)))
                .containsExactly("line 998", "line 999", "line 1000");
        assertThat(logs(id, new Logs(null, null, 0, false, false))).isEmpty();
        assertThat(logs(id, Logs.ALL)).as("following what has ended").hasSize(1000);
    }

    @Test
    void aLogIsFollowedUntilTheContainerEnds() {
        String id = run(List.of(), "sh", "-c", "echo first; while ! test -e /go; do sleep 0.1; done; echo last");
        Terminal log = open(id, ConsoleRequest.logs(Logs.ALL));
        log.readUntil("first\n");

        backstage.inside(id, "touch /go");

        assertThat(text(log.readToEnd())).isEqualTo("last\n");
    }

    @Test
    void aLogIsCutByTime() {
        // Podman knows the second only, so that the two have to be some apart.
        String id = run(List.of(), "sh", "-c", "echo first; sleep 3; echo last; sleep 1000");
        Terminal log = open(id, ConsoleRequest.logs(new Logs(null, null, -1, true, true)));
        Instant first = Instant.parse(log.readUntil(" first\n").strip().split(" ")[0]);
        log.readUntil(" last\n");
        Instant between = first.plusMillis(1500);

        assertThat(Duration.between(first, Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
        assertThat(logs(id, new Logs(between, null, -1, false, false))).containsExactly("last");
        assertThat(logs(id, new Logs(null, between, -1, false, false))).containsExactly("first");
    }

    @Test
    void aTerminalsLogIsNotTakenForFrames() {
        String id = run(List.of("--tty"), "printf", "\\001\\000\\000\\000\\000\\000\\000\\005hello");
        awaitState(id, InstanceState.STOPPED);

        assertThat(text(open(id, ConsoleRequest.logs(new Logs(null, null, -1, false, false)))
                        .readToEnd()))
                .isEqualTo("\1\0\0\0\0\0\0\5hello");
    }

    @Test
    void aLongLogIsWhole() {
        String id = run(List.of(), "seq", "300000");
        awaitState(id, InstanceState.STOPPED);

        assertThat(logs(id, new Logs(null, null, -1, false, false)))
                .isEqualTo(IntStream.rangeClosed(1, 300_000)
                        .mapToObj(String::valueOf)
                        .toList());
    }

    @Test
    void aContainerThatKeepsNoLogSaysSo() {
        String id = run(List.of("--log-driver", "none"), "sleep", "1000");

        assertThat(consoles().offers(id))
                .filteredOn(offer -> offer.kind() == ConsoleKind.LOGS)
                .singleElement()
                .satisfies(offer -> assertThat(offer.unavailable()).isNotBlank());
        assertFails(() -> open(id, ConsoleRequest.logs(Logs.ALL)), ErrorKind.CONFLICT);
    }

    @Test
    void whoReachesTheHostIsTold() {
        assertThat(hostLevel(create(List.of(), "sleep", "1000"))).isEmpty();
        for (List<String> options : List.of(
                List.of("--privileged"),
                List.of("--pid", "host"),
                List.of("--cap-add", "SYS_ADMIN"),
                List.of("--volume", "/:/host:ro"),
                List.of("--volume", engineSocket() + ":/engine.sock"))) {
            assertThat(hostLevel(create(options, "sleep", "1000")))
                    .as(String.join(" ", options))
                    .containsExactlyInAnyOrder(ConsoleKind.EXEC, ConsoleKind.ATTACH);
        }
    }

    @Test
    void aContainerWithoutAShellRunsCommandsOnly() {
        String id = run(List.of(), "sleep", "1000");
        backstage.inside(id, "rm /bin/sh /bin/ash");

        assertFails(() -> open(id, ConsoleRequest.of(ConsoleKind.EXEC, "")), ErrorKind.UNSUPPORTED);
        Terminal command =
                open(id, ConsoleRequest.exec(new Exec(List.of("echo", "hello"), "", ""), TerminalSize.USUAL));
        assertThat(text(command.readToEnd())).isEqualTo("hello\r\n");
    }

    @Test
    void aPausedContainerSaysWhatToDo() {
        String id = run(List.of(), "sleep", "1000");
        cli("pause", id);

        assertThat(consoles().offers(id))
                .filteredOn(offer -> offer.kind() == ConsoleKind.EXEC)
                .singleElement()
                .satisfies(offer -> assertThat(offer.unavailable()).contains("Resume"));
        assertFails(() -> open(id, ConsoleRequest.of(ConsoleKind.EXEC, "")), ErrorKind.CONFLICT);
        cli("unpause", id);
    }

    @Test
    @Timeout(60)
    void closingDoesNotWaitForAFrozenEngine() {
        String id = run(List.of(), "sleep", "1000");
        Terminal terminal =
                open(id, ConsoleRequest.exec(new Exec(List.of("tail", "-f", "/dev/null"), "", ""), TerminalSize.USUAL));
        backstage.freeze();
        try {
            long begun = System.nanoTime();
            terminal.close();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
        } finally {
            backstage.thaw();
        }
        await("end of the process")
                .atMost(PATIENCE)
                .pollInterval(200, TimeUnit.MILLISECONDS)
                .untilAsserted(() ->
                        assertThat(backstage.inside(id, "pidof tail || true")).isBlank());
    }

    private Terminal attach(String id) {
        return open(id, ConsoleRequest.of(ConsoleKind.ATTACH, ""));
    }

    private List<String> logs(String id, Logs logs) {
        return text(open(id, ConsoleRequest.logs(logs)).readToEnd()).lines().toList();
    }

    private List<ConsoleKind> hostLevel(String id) {
        return consoles().offers(id).stream()
                .filter(ConsoleOffer::hostLevel)
                .map(ConsoleOffer::kind)
                .toList();
    }

    private String run(List<String> options, String... command) {
        List<String> all = new ArrayList<>(List.of("--detach", "--network", "none"));
        all.addAll(options);
        return make("run", all, command);
    }

    private String create(List<String> options, String... command) {
        return make("create", options, command);
    }

    private String make(String verb, List<String> options, String... command) {
        List<String> arguments = new ArrayList<>(List.of(verb));
        arguments.addAll(options);
        arguments.add(image());
        arguments.addAll(List.of(command));
        return made(cli(arguments.toArray(String[]::new)).strip());
    }
}
