package dev.bulkhead.lxd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.engine.ConsoleRequest;
import dev.bulkhead.engine.ConsoleRequest.Logs;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.contract.Backstage;
import dev.bulkhead.engine.contract.Terminal;
import dev.bulkhead.engine.contract.TerminalContract;
import dev.bulkhead.testing.TestEngines;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logs as LXD has them: what a container printed on its console. */
final class LxdLogsTest extends TerminalContract {

    private String id = "";

    @Override
    protected Backstage backstage() {
        return new LxdBackstage(TestEngines.lxd());
    }

    @BeforeEach
    void makeTheGuest() {
        id = makeGuest();
    }

    @Test
    void theLogTellsWhatWasPrintedAndGoesOn() {
        print("first");
        Terminal log = open(id, ConsoleRequest.logs(Logs.ALL));
        log.readUntil("first");

        print("second");

        log.readUntil("second");
    }

    @Test
    void allWhoWatchALogSeeAllOfIt() {
        print("first");
        Terminal one = open(id, ConsoleRequest.logs(Logs.ALL));
        Terminal two = open(id, ConsoleRequest.logs(Logs.ALL));
        one.readUntil("first");
        print("second");
        two.readUntil("second");
        one.readUntil("second");
        closeTerminals();

        Terminal later = open(id, ConsoleRequest.logs(new Logs(null, null, -1, false, false)));

        assertThat(text(later.readToEnd())).contains("first", "second");
    }

    @Test
    void theLogIsWholeAfterTheGuestStopped() {
        print("first");
        Terminal log = open(id, ConsoleRequest.logs(Logs.ALL));
        log.readUntil("first");
        print("last words");
        backstage.stop(id);

        String rest = text(log.readToEnd());

        assertThat(rest).containsOnlyOnce("last words").doesNotContain("first");
        Terminal again = open(id, ConsoleRequest.logs(Logs.ALL));
        assertThat(text(again.readToEnd())).containsOnlyOnce("first").containsOnlyOnce("last words");
    }

    @Test
    void theLogBeginsWithTheLastLinesOnly() {
        inside(id, "seq 100 > /dev/console");

        Terminal log = open(id, ConsoleRequest.logs(new Logs(null, null, 3, false, false)));

        assertThat(text(log.readToEnd())).isEqualTo("98\r\n99\r\n100\r\n");
    }

    @Test
    void theLogKnowsNoTimes() {
        Logs part = new Logs(Instant.now(), null, -1, false, false);

        assertFails(() -> open(id, ConsoleRequest.logs(part)), ErrorKind.UNSUPPORTED);
    }

    @Test
    void closingWakesWhoWatchesALog() {
        Terminal log = open(id, ConsoleRequest.logs(Logs.ALL));
        CompletableFuture<String> reading = Terminal.beside(() -> {
            while (log.connection().read(ByteBuffer.allocate(1000)) >= 0) {
                // What came before.
            }
            return "the end";
        });

        log.close();

        await().atMost(PATIENCE).until(reading::isCompletedExceptionally);
    }

    private void print(String text) {
        inside(id, "echo '%s' > /dev/console", text);
    }
}
