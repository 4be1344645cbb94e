package dev.bulkhead.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.ConsoleConnection;
import dev.bulkhead.engine.ConsoleRequest.Logs;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class LogConnectionTest {

    private static final EngineId ENGINE = new EngineId("libvirt");

    private final OpenConsoles open = new OpenConsoles();
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    private Path log = Path.of("");

    @BeforeEach
    void write() throws IOException {
        log = directory.resolve("serial.log");
        Files.writeString(log, "one\ntwo\nthree\n");
    }

    @AfterEach
    void close() {
        open.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"-1;one,two,three", "0;''", "1;three", "2;two,three", "3;one,two,three", "99;one,two,three"})
    void beginsWithItsLastLines(int tail, String expected) throws IOException {
        readAll(tail);

        assertThat(text().strip().replace('\n', ',')).isEqualTo(expected);
    }

    @Test
    void aLineThatIsNotEndedIsOneToo() throws IOException {
        append("fo");
        readAll(2);

        assertThat(text()).isEqualTo("three\nfo");
    }

    @Test
    void theLastLinesOfALongLogAreFoundBeyondOneChunk() throws IOException {
        String line = "x".repeat(999) + "\n";
        append(line.repeat(500));
        readAll(200);

        assertThat(text()).isEqualTo(line.repeat(200));
    }

    @Test
    void goesOnWithWhatIsAppendedCutAndReplaced() throws IOException {
        follow();
        awaitText("one\ntwo\nthree\n");

        append("four\n");
        awaitText("four\n");

        Files.writeString(log, "anew\n");
        awaitText("anew\n");

        Files.move(log, directory.resolve("serial.log.0"));
        Files.writeString(log, "rotated, and longer than the one before\n");
        awaitText("before\n");
        assertThat(text()).isEqualTo("one\ntwo\nthree\nfour\nanew\nrotated, and longer than the one before\n");
    }

    @Test
    void closingWakesWhoWaitsForMore() throws IOException {
        CompletableFuture<Void> reading = follow();
        awaitText("three\n");

        open.close();

        await().until(reading::isDone);
        assertThat(reading).isCompletedExceptionally();
    }

    @Test
    void asksForNoSpanOfTime() {
        Logs span = new Logs(Instant.EPOCH, null, -1, false, false);

        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> LogConnection.open(ENGINE, log, span, open))
                .withMessageContaining("no times")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.UNSUPPORTED));
    }

    private void readAll(int tail) throws IOException {
        read(LogConnection.open(ENGINE, log, new Logs(null, null, tail, false, false), open));
    }

    private CompletableFuture<Void> follow() {
        ConsoleConnection connection = LogConnection.open(ENGINE, log, Logs.ALL, open);
        CompletableFuture<Void> reading = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                read(connection);
                reading.complete(null);
            } catch (IOException closed) {
                reading.completeExceptionally(closed);
            }
        });
        return reading;
    }

    private void read(ConsoleConnection connection) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(1000);
        while (connection.read(buffer.clear()) >= 0) {
            seen.write(buffer.array(), 0, buffer.position());
        }
    }

    private void append(String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.APPEND);
    }

    private void awaitText(String end) {
        await().until(() -> text().endsWith(end));
    }

    private String text() {
        return seen.toString(StandardCharsets.UTF_8);
    }
}
