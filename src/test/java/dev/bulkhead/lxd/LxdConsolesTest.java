package dev.bulkhead.lxd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.ConsoleRequest;
import dev.bulkhead.engine.ConsoleRequest.Exec;
import dev.bulkhead.engine.ConsoleRequest.Logs;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.TerminalSize;
import dev.bulkhead.engine.contract.Backstage;
import dev.bulkhead.engine.contract.Terminal;
import dev.bulkhead.engine.contract.TerminalContract;
import dev.bulkhead.testing.LxdDaemon;
import dev.bulkhead.testing.TestEngines;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Consoles as LXD has them, on a real one of this test's own; what shells share with other engines is {@link LxdExecContractTest}'s. */
final class LxdConsolesTest extends TerminalContract {

    private static final JsonMapper JSON = new JsonMapper();
    private static final ConsoleRequest CONSOLE = ConsoleRequest.of(ConsoleKind.CONSOLE, "");

    private static LxdDaemon lxd;

    private String id = "";
    private Set<String> before = Set.of();

    @BeforeAll
    static void startServer() {
        lxd = TestEngines.newLxd();
    }

    @AfterAll
    static void endServer() {
        lxd.close();
    }

    @Override
    protected Backstage backstage() {
        return new LxdBackstage(lxd);
    }

    @BeforeEach
    void makeTheGuest() {
        id = makeGuest("c1");
        before = running().keySet();
    }

    @Test
    void theConsoleShowsTheGuestsOwnShell() {
        Terminal console = openConsole();

        console.type("\necho $((6 * 7)) $PPID\n");

        // Its parent is the guest's first process.
        console.readUntil("42 1");
    }

    @Test
    void theConsoleTakesControlCharacters() {
        Terminal console = openConsole();
        console.type("\ntail -f /dev/null\n");
        await().atMost(PATIENCE).until(() -> inside(id, "pidof tail || true").matches("\\d+"));

        console.type("\u0003");

        await().atMost(PATIENCE).until(() -> inside(id, "pidof tail || true").isEmpty());
    }

    @Test
    void theConsoleIsThereOnceAndFreeAgainWhenItsHolderLeaves() {
        Terminal first = openConsole();

        assertFails(() -> open(id, CONSOLE), ErrorKind.CONFLICT);
        first.type("\necho st''ill\n");
        first.readUntil("still");

        Terminal holder = first;
        for (int round = 0; round < 5; round++) {
            holder.close();
            holder = openConsole();
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

            assertFails(() -> open(id, CONSOLE), ErrorKind.CONFLICT);
        } finally {
            other.descendants().forEach(ProcessHandle::destroy);
            other.destroy();
        }
        awaitNothingRunning();
        openConsole();
    }

    @Test
    void theConsoleEndsWithTheGuest() {
        Terminal console = openConsole();

        lxd.lxc("stop", "--force", "c1");

        console.awaitEnd();
        assertFails(() -> open(id, CONSOLE), ErrorKind.CONFLICT);
    }

    @Test
    void aConsoleThatNobodyReadsHoldsNobodyUp() {
        Terminal console = openConsole();
        console.type("\nyes\n");
        String yes = await().atMost(PATIENCE).until(() -> inside(id, "pidof yes || true"), pid -> pid.matches("\\d+"));

        // While LXD's own buffers are full, the container's monitor and with it the whole server would hang.
        await().during(5, TimeUnit.SECONDS).atMost(20, TimeUnit.SECONDS).untilAsserted(() -> {
            assertThat(lxd.lxc("list", "--format", "csv", "--columns", "ns")).contains("c1,RUNNING");
            assertThat(inside(id, "pidof yes")).isEqualTo(yes);
        });

        console.type("\u0003");
        await().atMost(PATIENCE).until(() -> inside(id, "pidof yes || true").isEmpty());
        console.type("\necho qui''et\n");
        console.readUntil("quiet");
    }

    @Test
    void noOperationStaysBehind() {
        open(id, CONSOLE);
        open(id, exec("/bin/sh"));
        open(id, exec("yes"));
        Terminal ended = open(id, exec("true"));
        ended.readToEnd();
        await().atMost(PATIENCE).until(() -> lxd.lxc("operation", "list").contains("RUNNING"));

        closeTerminals();

        awaitNothingRunning();
    }

    @Test
    void closingTheEngineEndsAllThatIsOpen() {
        Terminal console = open(id, CONSOLE);
        Terminal shell = open(id, exec("/bin/sh"));
        Terminal log = open(id, ConsoleRequest.logs(Logs.ALL));

        engine.close();

        for (Terminal terminal : List.of(console, shell, log)) {
            assertThatIOException().isThrownBy(() -> {
                while (terminal.connection().read(ByteBuffer.allocate(1000)) >= 0) {
                    // What came before.
                }
            });
        }
        awaitNothingRunning();
    }

    /** What another test left behind, which LXD 5.0 does once in some hundred shells that are closed at once, is that one's. */
    private void awaitNothingRunning() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Map<String, String> now = running();
            assertThat(before).as(now.toString()).containsAll(now.keySet());
        });
    }

    /** By its id, all that the server knows of each operation. */
    private static Map<String, String> running() {
        return JSON.readTree(lxd.lxc("query", "/1.0/operations?recursion=1"))
                .path("running")
                .valueStream()
                .collect(Collectors.toMap(each -> each.path("id").asString(), JsonNode::toString));
    }

    @Test
    void manyShellsAreOpenAtOnce() {
        List<Terminal> shells = new ArrayList<>();
        for (int count = 0; count < 60; count++) {
            shells.add(open(id, exec("cat")));
        }

        for (Terminal shell : shells) {
            shell.type("hello\n");
        }
        for (Terminal shell : shells) {
            shell.readUntil("hello\r\nhello");
        }
        assertThat(engine.check().product()).isEqualTo("LXD");
    }

    @Test
    void aShellAtWhichNothingHappensStaysOpenWhileTheServerPings() {
        Terminal shell = open(id, exec("sh", "-c", "read a; echo \"$a\"; sleep 22; read b; echo \"$b\""));
        shell.type("one\n");
        shell.readUntil("one\r\none");

        // LXD pings every ten seconds; here it does so while a reader waits, and in the guest nothing happens.
        shell.type("two\n");

        shell.readUntil("two\r\ntwo");
    }

    @Test
    void aUserComesWithGroupHomeAndName() {
        inside(id, "echo 'ann:x:1234:1235::/tmp:/bin/sh' >> /etc/passwd; echo 'ann:x:1235:' >> /etc/group");

        for (String user : List.of("ann", "1234")) {
            Terminal shell = open(
                    id,
                    ConsoleRequest.exec(
                            new Exec(List.of("sh", "-c", "id -u; id -g; echo $HOME $USER; pwd; sleep 1"), user, ""),
                            TerminalSize.USUAL));
            assertThat(text(shell.readToEnd())).isEqualTo("1234\r\n1235\r\n/tmp ann\r\n/tmp\r\n");
        }
    }

    @Test
    void instancesWithPowerOverTheHostAreMarked() {
        assertThat(engine.consoles().orElseThrow().offers(id))
                .filteredOn(offer -> offer.kind() != ConsoleKind.LOGS)
                .allMatch(offer -> offer.hostLevel());
    }

    /** What is typed before the server has joined the console is lost, and nothing tells when it has. */
    private Terminal openConsole() {
        Terminal console = open(id, CONSOLE);
        CompletableFuture<String> seen = Terminal.beside(() -> console.readUntil("ready"));
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
            console.type("\necho re''ady\n");
            return seen.isDone();
        });
        assertThat(seen).isCompleted();
        return console;
    }

    private static ConsoleRequest exec(String... command) {
        return ConsoleRequest.exec(new Exec(List.of(command), "", ""), TerminalSize.USUAL);
    }
}
