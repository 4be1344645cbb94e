package dev.bulkhead.lxd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.engine.ConsoleConnection;
import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.ConsoleRequest;
import dev.bulkhead.engine.ConsoleRequest.Exec;
import dev.bulkhead.engine.ConsoleRequest.Logs;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.TerminalSize;
import dev.bulkhead.testing.LxdDaemon;
import dev.bulkhead.testing.TestEngines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Consoles and logs as LXD has them, on a real one of this test's own; shells are {@link LxdExecContractTest}'s. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class LxdConsolesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ConsoleRequest CONSOLE = ConsoleRequest.of(ConsoleKind.CONSOLE, "");

    private static LxdDaemon lxd;

    private final List<ConsoleConnection> opened = new ArrayList<>();
    private Engine engine;
    private String id;

    @BeforeAll
    static void startServer() {
        lxd = TestEngines.newLxd();
    }

    @AfterAll
    static void endServer() {
        lxd.close();
    }

    @BeforeEach
    void open() {
        engine = new LxdBackstage(lxd).open();
        lxd.launch("c1", "-c", "security.privileged=true");
        id = lxd.lxc("config", "get", "c1", "volatile.uuid").strip();
    }

    @AfterEach
    void leaveNothingBehind() {
        opened.forEach(ConsoleConnection::close);
        engine.close();
        // LXD refuses for a moment after it said "stopped", while it tidies up.
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            lxd.lxc("delete", "--force", "c1");
            return true;
        });
    }

    @Test
    void theConsoleShowsTheGuestsOwnShell() {
        ConsoleConnection console = openConsole();

        type(console, "\necho $((6 * 7)) $PPID\n");

        // Its parent is the guest's first process.
        readUntil(console, "42 1");
    }

    @Test
    void theConsoleTakesControlCharacters() {
        ConsoleConnection console = openConsole();
        type(console, "\nsleep 1000\n");
        await().atMost(PATIENCE).until(() -> inside("pidof sleep || true").matches("\\d+"));

        type(console, "\u0003");

        await().atMost(PATIENCE).until(() -> inside("pidof sleep || true").isEmpty());
    }

    @Test
    void theConsoleIsThereOnceAndFreeAgainWhenItsHolderLeaves() {
        ConsoleConnection first = openConsole();

        assertFails(() -> open(CONSOLE), ErrorKind.CONFLICT);
        type(first, "\necho st''ill\n");
        readUntil(first, "still");

        for (int round = 0; round < 5; round++) {
            opened.getLast().close();
            openConsole();
        }
    }

    @Test
    void theConsoleOfOneWhoCameByTheCommandLineIsInUseToo() throws IOException {
        ProcessBuilder lxc = new ProcessBuilder("script", "--quiet", "--command", "lxc console c1", "/dev/null");
        lxc.environment().put("LXD_DIR", lxd.socket().getParent().toString());
        lxc.environment().put("LXD_CONF", lxd.directory().resolve("client").toString());
        Process other = lxc.start();
        try {
            await().atMost(PATIENCE).until(() -> lxd.lxc("operation", "list").contains("Showing console"));

            assertFails(() -> open(CONSOLE), ErrorKind.CONFLICT);
        } finally {
            other.descendants().forEach(ProcessHandle::destroy);
            other.destroy();
        }
        await().atMost(PATIENCE).until(() -> !lxd.lxc("operation", "list").contains("RUNNING"));
        openConsole();
    }

    @Test
    void theConsoleEndsWithTheGuest() {
        ConsoleConnection console = openConsole();

        lxd.lxc("stop", "--force", "c1");

        assertThat(readToEnd(console)).isNotNull();
        assertFails(() -> open(CONSOLE), ErrorKind.CONFLICT);
    }

    @Test
    void aConsoleThatNobodyReadsHoldsNobodyUp() {
        ConsoleConnection console = openConsole();
        type(console, "\nyes\n");
        String yes = await().atMost(PATIENCE).until(() -> inside("pidof yes || true"), pid -> pid.matches("\\d+"));

        // While LXD's own buffers are full, the container's monitor and with it the whole server would hang.
        await().during(5, TimeUnit.SECONDS).atMost(20, TimeUnit.SECONDS).untilAsserted(() -> {
            assertThat(lxd.lxc("list", "--format", "csv", "--columns", "ns")).contains("c1,RUNNING");
            assertThat(inside("pidof yes")).isEqualTo(yes);
        });

        type(console, "\u0003");
        await().atMost(PATIENCE).until(() -> inside("pidof yes || true").isEmpty());
        type(console, "\necho qui''et\n");
        readUntil(console, "quiet");
    }

    @Test
    void noOperationStaysBehind() {
        open(CONSOLE);
        open(exec("/bin/sh"));
        open(exec("yes"));
        ConsoleConnection ended = open(exec("true"));
        readToEnd(ended);
        await().atMost(PATIENCE).until(() -> lxd.lxc("operation", "list").contains("RUNNING"));

        opened.forEach(ConsoleConnection::close);

        await().atMost(PATIENCE).until(() -> !lxd.lxc("operation", "list").contains("RUNNING"));
    }

    @Test
    void closingTheEngineEndsAllThatIsOpen() {
        ConsoleConnection console = open(CONSOLE);
        ConsoleConnection shell = open(exec("/bin/sh"));
        ConsoleConnection log = open(ConsoleRequest.logs(Logs.ALL));

        engine.close();

        for (ConsoleConnection connection : List.of(console, shell, log)) {
            assertThatIOException().isThrownBy(() -> {
                while (connection.read(ByteBuffer.allocate(1000)) >= 0) {
                    // What came before.
                }
            });
        }
        await().atMost(PATIENCE).until(() -> !lxd.lxc("operation", "list").contains("RUNNING"));
    }

    @Test
    void manyShellsAreOpenAtOnce() {
        List<ConsoleConnection> shells = new ArrayList<>();
        for (int count = 0; count < 60; count++) {
            shells.add(open(exec("cat")));
        }

        for (ConsoleConnection shell : shells) {
            type(shell, "hello\n");
        }
        for (ConsoleConnection shell : shells) {
            readUntil(shell, "hello\r\nhello");
        }
        assertThat(engine.check().product()).isEqualTo("LXD");
    }

    @Test
    void aShellAtWhichNothingHappensStaysOpenWhileTheServerPings() {
        ConsoleConnection shell = open(exec("sh", "-c", "read a; echo \"$a\"; sleep 22; read b; echo \"$b\""));
        type(shell, "one\n");
        readUntil(shell, "one\r\none");

        // LXD pings every ten seconds; here it does so while a reader waits, and in the guest nothing happens.
        type(shell, "two\n");

        readUntil(shell, "two\r\ntwo");
    }

    @Test
    void aUserComesWithGroupHomeAndName() {
        inside("echo 'ann:x:1234:1235::/tmp:/bin/sh' >> /etc/passwd; echo 'ann:x:1235:' >> /etc/group");

        for (String user : List.of("ann", "1234")) {
            ConsoleConnection shell = open(ConsoleRequest.exec(
                    new Exec(List.of("sh", "-c", "id -u; id -g; echo $HOME $USER; pwd; sleep 1"), user, ""),
                    TerminalSize.USUAL));
            assertThat(readToEnd(shell)).isEqualTo("1234\r\n1235\r\n/tmp ann\r\n/tmp\r\n");
        }
    }

    @Test
    void theLogTellsWhatWasPrintedAndGoesOn() {
        print("first");
        ConsoleConnection log = open(ConsoleRequest.logs(Logs.ALL));
        readUntil(log, "first");

        print("second");

        readUntil(log, "second");
    }

    @Test
    void allWhoWatchALogSeeAllOfIt() {
        print("first");
        ConsoleConnection one = open(ConsoleRequest.logs(Logs.ALL));
        ConsoleConnection two = open(ConsoleRequest.logs(Logs.ALL));
        readUntil(one, "first");
        print("second");
        readUntil(two, "second");
        readUntil(one, "second");
        opened.forEach(ConsoleConnection::close);

        ConsoleConnection later = open(ConsoleRequest.logs(new Logs(null, null, -1, false, false)));

        assertThat(readToEnd(later)).contains("first", "second");
    }

    @Test
    void theLogIsWholeAfterTheGuestStopped() {
        print("first");
        ConsoleConnection log = open(ConsoleRequest.logs(Logs.ALL));
        readUntil(log, "first");
        print("last words");
        lxd.lxc("stop", "--force", "c1");

        String rest = readToEnd(log);

        assertThat(rest).containsOnlyOnce("last words").doesNotContain("first");
        ConsoleConnection again = open(ConsoleRequest.logs(Logs.ALL));
        assertThat(readToEnd(again)).containsOnlyOnce("first").containsOnlyOnce("last words");
    }

    @Test
    void theLogBeginsWithTheLastLinesOnly() {
        inside("seq 100 > /dev/console");

        ConsoleConnection log = open(ConsoleRequest.logs(new Logs(null, null, 3, false, false)));

        assertThat(readToEnd(log)).isEqualTo("98\r\n99\r\n100\r\n");
    }

    @Test
    void theLogKnowsNoTimes() {
        Logs part = new Logs(Instant.now(), null, -1, false, false);

        assertFails(() -> open(ConsoleRequest.logs(part)), ErrorKind.UNSUPPORTED);
    }

    @Test
    void closingWakesWhoWatchesALog() {
        ConsoleConnection log = open(ConsoleRequest.logs(Logs.ALL));
        CompletableFuture<String> reading = CompletableFuture.supplyAsync(() -> readToEnd(log));

        log.close();

        await().atMost(PATIENCE).until(reading::isCompletedExceptionally);
    }

    @Test
    void instancesWithPowerOverTheHostAreMarked() {
        assertThat(engine.consoles().orElseThrow().offers(id))
                .filteredOn(offer -> offer.kind() != ConsoleKind.LOGS)
                .allMatch(offer -> offer.hostLevel());
    }

    /** What is typed before the server has joined the console is lost, and nothing tells when it has. */
    private ConsoleConnection openConsole() {
        ConsoleConnection console = open(CONSOLE);
        StringBuffer seen = new StringBuffer();
        CompletableFuture.runAsync(
                () -> {
                    while (seen.indexOf("ready") < 0) {
                        append(console, seen);
                    }
                },
                Thread::startVirtualThread);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
            type(console, "\necho re''ady\n");
            return seen.indexOf("ready") >= 0;
        });
        return console;
    }

    private ConsoleConnection open(ConsoleRequest request) {
        ConsoleConnection connection = engine.consoles().orElseThrow().open(id, request);
        opened.add(connection);
        return connection;
    }

    private static ConsoleRequest exec(String... command) {
        return ConsoleRequest.exec(new Exec(List.of(command), "", ""), TerminalSize.USUAL);
    }

    private static void print(String text) {
        inside("echo '" + text + "' > /dev/console");
    }

    private static String inside(String line) {
        return lxd.lxc("exec", "c1", "--", "sh", "-c", line).strip();
    }

    private static void type(ConsoleConnection connection, String text) {
        try {
            connection.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readUntil(ConsoleConnection connection, String text) {
        StringBuffer seen = new StringBuffer();
        CompletableFuture<Void> reading = CompletableFuture.runAsync(
                () -> {
                    while (seen.indexOf(text) < 0) {
                        assertThat(append(connection, seen)).as("more").isTrue();
                    }
                },
                Thread::startVirtualThread);
        assertThat(reading)
                .as(() -> "Reading <" + text + ">, seen so far: " + seen)
                .succeedsWithin(PATIENCE);
    }

    private static String readToEnd(ConsoleConnection connection) {
        StringBuffer seen = new StringBuffer();
        while (append(connection, seen)) {
            // Until the end.
        }
        return seen.toString();
    }

    private static boolean append(ConsoleConnection connection, StringBuffer seen) {
        ByteBuffer buffer = ByteBuffer.allocate(4096);
        try {
            int count = connection.read(buffer);
            seen.append(new String(buffer.array(), 0, Math.max(0, count), StandardCharsets.UTF_8));
            return count >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertFails(Runnable call, ErrorKind kind) {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(call::run)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(kind));
    }
}
