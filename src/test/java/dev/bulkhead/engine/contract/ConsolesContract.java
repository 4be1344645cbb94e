package dev.bulkhead.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.ConsoleOffer;
import dev.bulkhead.engine.ConsoleRequest;
import dev.bulkhead.engine.Consoles;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.TerminalSize;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * One way to a guest's shell, as every terminal must be: a serial line, a container's console, a process of its own. What the last has
 * beyond that is in {@link ExecContract}. A subclass says by the first few methods what its terminal has not.
 */
public abstract class ConsolesContract extends Contract {

    private static final int ROUNDS = 20;
    private static final byte[] INTERRUPT = {3};

    private final List<Terminal> opened = new ArrayList<>();

    /** What a running guest of {@link Backstage#makeGuest} has. */
    protected abstract Set<ConsoleKind> kinds();

    /** Those that a stopped guest has still. */
    protected Set<ConsoleKind> kindsWhenStopped() {
        Set<ConsoleKind> kinds = EnumSet.of(ConsoleKind.LOGS);
        kinds.retainAll(kinds());
        return kinds;
    }

    /** The way to a shell. */
    protected abstract ConsoleRequest shell();

    /** Whether a second one is refused while the first is open; else each has a shell of its own. */
    protected boolean isExclusive() {
        return shell().kind().isShared();
    }

    protected boolean resizes() {
        return true;
    }

    /** Whether a guest that does not read makes the writer wait in the end. */
    protected boolean holdsInputBack() {
        return true;
    }

    /** Whether input gets through while output is held up for want of a reader. */
    protected boolean hearsWhileUnread() {
        return true;
    }

    /** Bytes to send to and fro; fewer where the line is slow, 0 where it may lose some by its nature. */
    protected int bulk() {
        return 4 * 1024 * 1024;
    }

    /** Waits until the shell answers; a guest that boots may not listen at first. */
    protected void awaitShell(Terminal terminal) {
        assertThat(terminal.run("echo $((6 * 7))")).isEqualTo("42");
    }

    @AfterEach
    final void closeTerminals() {
        opened.forEach(Terminal::close);
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
        assumeTrue(resizes(), "this line knows no size");
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

        awaitSize(terminal, last);
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
    void everyByteCrossesUnharmed() {
        byte[] bytes = new byte[256];
        IntStream.range(0, bytes.length).forEach(value -> bytes[value] = (byte) value);

        assertCrosses(bytes, 256);
    }

    @Test
    void charactersSurviveBeingSplitAtEveryByte() {
        assertCrosses(randomText(2000), 1);
    }

    @Test
    void muchTextCrossesUnharmed() {
        assumeTrue(bulk() > 0, "this line may lose some by its nature");

        assertCrosses(randomText(bulk()), 32 * 1024);
    }

    @Test
    void outputThatNobodyReadsStopsItsSource() {
        String id = makeGuest();
        Terminal terminal = openShell(id);
        String process = terminal.run("echo $$");

        terminal.type("exec yes\n");

        await("yes to run")
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(inside(id, "cat /proc/%s/comm", process)).isEqualTo("yes"));
        String[] before = {""};
        await("yes to stand still")
                .atMost(PATIENCE)
                .during(2, TimeUnit.SECONDS)
                .pollInterval(500, TimeUnit.MILLISECONDS)
                .until(() -> before[0].equals(before[0] = cpuTime(id, process)));
    }

    @Test
    void anInterruptIsTakenThoughNobodyReads() {
        assumeTrue(hearsWhileUnread(), "the engine has one thread for both directions");
        String id = makeGuest();
        Terminal terminal = openShell(id);
        terminal.type("yes\n");
        String process = awaitProcess(id, "yes");

        terminal.send(INTERRUPT);

        awaitGone(id, process);
    }

    @Test
    void closingWakesWhoReads() {
        Terminal terminal = openShell(makeGuest());
        CompletableFuture<Void> reading = Terminal.beside(() -> {
            terminal.awaitEnd();
            return null;
        });

        terminal.close();

        await("the reader's end").atMost(PATIENCE).until(reading::isDone);
        assertThatIOException().isThrownBy(() -> terminal.connection().read(ByteBuffer.allocate(1)));
        assertThatIOException().isThrownBy(() -> terminal.connection().write(ByteBuffer.wrap(INTERRUPT)));
        terminal.close();
    }

    @Test
    void closingWakesWhoWrites() {
        assumeTrue(holdsInputBack(), "this line takes what nobody reads");
        Terminal terminal = openShell(makeGuest());
        terminal.type("stty raw -echo; echo SLEE''PS; sleep 1000\n");
        terminal.readUntil("SLEEPS");
        CompletableFuture<Void> writing = terminal.sendBeside(new byte[64 * 1024 * 1024], 32 * 1024);
        await("the writer to wait")
                .during(1, TimeUnit.SECONDS)
                .atMost(2, TimeUnit.SECONDS)
                .until(() -> !writing.isDone());

        terminal.close();

        await("the writer's end").atMost(PATIENCE).until(writing::isDone);
        assertThat(writing).isCompletedExceptionally();
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

    protected final Consoles consoles() {
        return engine.consoles().orElseThrow(() -> new AssertionError("The engine offers no consoles"));
    }

    /** A terminal with a shell that listens; closed after the test. */
    protected final Terminal openShell(String id) {
        Terminal terminal = open(id, shell());
        awaitShell(terminal);
        return terminal;
    }

    protected final Terminal open(String id, ConsoleRequest request) {
        Terminal terminal = new Terminal(consoles().open(id, request), PATIENCE);
        opened.add(terminal);
        return terminal;
    }

    protected final String inside(String id, String line, Object... values) {
        return backstage.inside(id, line.formatted(values)).strip();
    }

    protected final void awaitGone(String id, String process) {
        await("end of process " + process)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(inside(id, "test -d /proc/%s && echo there || echo gone", process))
                        .isEqualTo("gone"));
    }

    protected final String awaitProcess(String id, String name) {
        return await("process " + name)
                .atMost(PATIENCE)
                .until(() -> inside(id, "pidof %s || true", name), pid -> pid.matches("\\d+"));
    }

    /** The guest sends back what it gets, both in parts of the given size. */
    private void assertCrosses(byte[] bytes, int chunk) {
        Terminal terminal = openShell(makeGuest());
        terminal.type("stty raw -echo; echo SEN''D; head -c %d; stty sane\n".formatted(bytes.length));
        terminal.readUntil("SEND\n");

        CompletableFuture<Void> sending = terminal.sendBeside(bytes, chunk);

        assertThat(terminal.read(bytes.length, chunk)).isEqualTo(bytes);
        assertThat(sending).succeedsWithin(PATIENCE);
        assertThat(terminal.run("echo whole")).isEqualTo("whole");
    }

    private void awaitSize(Terminal terminal, TerminalSize size) {
        // Busybox takes a height of 1 for an unknown one, and guesses.
        int rows = size.rows() == 1 ? 24 : size.rows();
        await("size " + size)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(terminal.run("stty size")).isEqualTo(rows + " " + size.columns()));
    }

    /** User and system time in hundredths of a second, the 14th and 15th field; the second, the name, has no blanks here. */
    private String cpuTime(String id, String process) {
        String[] fields = inside(id, "cat /proc/%s/stat", process).split(" ");
        return fields[13] + " " + fields[14];
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Characters of one to four bytes, of which the last is one of one, so that the length is as asked for. */
    private static byte[] randomText(int bytes) {
        Random random = new Random(bytes);
        ByteBuffer text = ByteBuffer.allocate(bytes);
        while (text.hasRemaining()) {
            int character = random.nextInt(1 << random.nextInt(7, 21));
            byte[] encoded = Character.isSurrogate((char) character) && character < 0x10000
                    ? new byte[] {'-'}
                    : Character.toString(character).getBytes(StandardCharsets.UTF_8);
            text.put(encoded.length <= text.remaining() ? encoded : new byte[] {'.'});
        }
        return text.array();
    }
}
