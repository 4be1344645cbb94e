package dev.bulkhead.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bulkhead.engine.ConsoleRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What crosses a way to a guest's shell: every byte as it is, no faster than the slower side takes it, and nothing any more once it is
 * closed. {@link ConsolesContract} has the rest.
 */
public abstract class ConsoleFlowContract extends TerminalContract {

    private static final byte[] INTERRUPT = {3};

    /** The way to a shell. */
    protected abstract ConsoleRequest shell();

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

    /** A terminal with a shell that listens; closed after the test. */
    protected final Terminal openShell(String id) {
        Terminal terminal = open(id, shell());
        awaitShell(terminal);
        return terminal;
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

    /** User and system time in hundredths of a second, the 14th and 15th field; the second, the name, has no blanks here. */
    private String cpuTime(String id, String process) {
        String[] fields = inside(id, "cat /proc/%s/stat", process).split(" ");
        return fields[13] + " " + fields[14];
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
