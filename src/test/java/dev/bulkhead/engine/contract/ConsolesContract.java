package dev.bulkhead.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.ConsoleOffer;
import dev.bulkhead.engine.ConsoleRequest;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.TerminalSize;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * One way to a guest's shell, as every terminal must be: a serial line, a container's console, a process of its own. What the last has
 * beyond that is in {@link ExecContract}. A subclass says by the first few methods what its terminal has not.
 */
public abstract class ConsolesContract extends ConsoleFlowContract {

    private static final int ROUNDS = 20;

    /** What a running guest of {@link Backstage#makeGuest} has. */
    protected abstract Set<ConsoleKind> kinds();

    /** Those that a stopped guest has still. */
    protected Set<ConsoleKind> kindsWhenStopped() {
        Set<ConsoleKind> kinds = EnumSet.of(ConsoleKind.LOGS);
        kinds.retainAll(kinds());
        return kinds;
    }

    /** Whether a second one is refused while the first is open; else each has a shell of its own. */
    protected boolean isExclusive() {
        return shell().kind().isShared();
    }

    protected boolean resizes() {
        return true;
    }

    @Test
    void aRunningGuestOffersItsConsoles() {
        String id = makeGuest();

        assertThat(consoles().offers(id)).extracting(ConsoleOffer::kind).containsAll(kinds());
        assertThat(consoles().offers(id))
                .filteredOn(offer -> kinds().contains(offer.kind()))
                .allSatisfy(offer -> assertThat(offer.unavailable()).isNull());
    }

    @Test
    void aStoppedGuestSaysWhyItsConsolesCannotBeOpened() {
        String id = makeGuest();
        backstage.stop(id);
        awaitState(id, InstanceState.STOPPED);

        for (ConsoleOffer offer : consoles().offers(id)) {
            if (kindsWhenStopped().contains(offer.kind())) {
                assertThat(offer.unavailable()).isNull();
            } else {
                assertThat(offer.unavailable()).as(offer.kind().name()).isNotBlank();
            }
        }
        assertFails(() -> consoles().open(id, shell()), ErrorKind.CONFLICT);
    }

    @Test
    void anUnknownInstanceIsNotFound() {
        assertFails(() -> consoles().offers(backstage.unknownId()), ErrorKind.NOT_FOUND);
        assertFails(() -> consoles().open(backstage.unknownId(), shell()), ErrorKind.NOT_FOUND);
    }

    @Test
    void aConsoleThatTheGuestHasNotIsUnsupported() {
        String id = makeGuest();
        Set<ConsoleKind> offered = EnumSet.noneOf(ConsoleKind.class);
        consoles().offers(id).forEach(offer -> offered.add(offer.kind()));

        for (ConsoleKind missing : EnumSet.complementOf(EnumSet.copyOf(offered))) {
            assertFails(() -> consoles().open(id, ConsoleRequest.of(missing, "")), ErrorKind.UNSUPPORTED);
        }
    }

    @Test
    void whatIsTypedIsDoneAndItsOutputRead() {
        Terminal terminal = openShell(makeGuest());

        assertThat(terminal.run("echo one; echo two")).isEqualTo("one\ntwo");
        assertThat(terminal.run("tty && echo it is")).endsWith("it is");
    }

    @Test
    void theGuestKnowsTheTerminalsSize() {
        assumeTrue(resizes(), "this line knows no size");
        Terminal terminal = openShell(makeGuest());
        awaitSize(terminal, TerminalSize.USUAL);

        for (TerminalSize size : List.of(
                new TerminalSize(120, 40),
                new TerminalSize(0, 0),
                new TerminalSize(65_535, 65_535),
                new TerminalSize(-1, Integer.MIN_VALUE))) {
            terminal.connection().resize(size);
            awaitSize(terminal, size);
        }
    }

    @Test
    void ofManySizesTheLastCounts() {
        Terminal terminal = openShell(makeGuest());
        CountDownLatch ended = new CountDownLatch(4);

        for (int viewer = 0; viewer < 4; viewer++) {
            Terminal.beside(() -> {
                IntStream.range(20, 120).forEach(width -> terminal.connection().resize(new TerminalSize(width, 10)));
                ended.countDown();
                return "";
            });
        }
        awaitLatch(ended);
        TerminalSize last = new TerminalSize(133, 43);
        terminal.connection().resize(last);

        if (resizes()) {
            awaitSize(terminal, last);
        } else {
            assertThat(terminal.run("echo unharmed")).isEqualTo("unharmed");
        }
    }

    @Test
    void aSecondOneIsRefusedWhereThereIsButOneAndApartElsewhere() {
        String id = makeGuest();
        Terminal first = openShell(id);

        if (isExclusive()) {
            assertFails(() -> consoles().open(id, shell()), ErrorKind.CONFLICT);
            first.close();
            openShell(id);
        } else {
            Terminal second = openShell(id);
            first.run("mark=first");
            assertThat(second.run("echo \"[$mark]\"")).isEqualTo("[]");
            assertThat(first.run("echo \"[$mark]\"")).isEqualTo("[first]");
        }
    }

    @Test
    void manyOpenedAndClosedLeaveNoThreadsAndNoDescriptors() {
        String id = makeGuest();
        openShell(id).close();
        long threads = threads();
        long descriptors = descriptors();

        for (int round = 0; round < ROUNDS; round++) {
            openShell(id).close();
        }

        await("threads as before")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(threads()).isLessThan(threads + ROUNDS / 2));
        await("descriptors as before")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(descriptors()).isLessThan(descriptors + ROUNDS / 2));
    }

    @Test
    void aGuestThatStopsEndsItsConsole() {
        String id = makeGuest();
        Terminal terminal = openShell(id);

        backstage.stop(id);

        terminal.awaitEnd();
    }

    @Test
    void anEngineThatDiesEndsTheReadingAndOpensAgainLater() {
        String id = makeGuest();
        Terminal terminal = openShell(id);

        backstage.kill();
        try {
            terminal.awaitEnd();
            assertFails(() -> consoles().open(id, shell()), ErrorKind.UNREACHABLE);
        } finally {
            backstage.revive();
        }

        awaitAnswer();
        if (find(id).state() == InstanceState.STOPPED) {
            backstage.start(id);
        }
        awaitState(id, InstanceState.RUNNING);
        openShell(id);
    }

    private void awaitSize(Terminal terminal, TerminalSize size) {
        // Busybox takes a height of 1 for an unknown one, and guesses.
        int rows = size.rows() == 1 ? 24 : size.rows();
        await("size " + size)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(terminal.run("stty size")).isEqualTo(rows + " " + size.columns()));
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
