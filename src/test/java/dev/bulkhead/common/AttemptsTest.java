package dev.bulkhead.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final List<Long> made = new CopyOnWriteArrayList<>();
    private volatile boolean fails;
    private Attempts attempts = new Attempts(LONG, LONG, LONG);
    private Thread runner = Thread.ofVirtual().start(() -> {});

    private void begin(Duration idle, Duration first, Duration longest) {
        attempts = new Attempts(idle, first, longest);
        runner = Thread.ofVirtual()
                .start(() -> attempts.run(() -> {
                    made.add(System.nanoTime());
                    return !fails;
                }));
    }

    @AfterEach
    void endsInTheMiddleOfAnyPause() throws InterruptedException {
        attempts.end();
        assertThat(runner.join(Duration.ofSeconds(5))).isTrue();
    }

    private Duration between(int one, int other) {
        return Duration.ofNanos(made.get(other) - made.get(one));
    }

    @Test
    void pausesAfterFailuresGetTwiceAsLongUpToTheLongest() {
        fails = true;
        begin(LONG, Duration.ofMillis(10), Duration.ofMillis(40));
        await().until(() -> made.size() > 5);
        assertThat(between(0, 1)).isGreaterThanOrEqualTo(Duration.ofMillis(10));
        assertThat(between(1, 2)).isGreaterThanOrEqualTo(Duration.ofMillis(20));
        assertThat(between(2, 3)).isGreaterThanOrEqualTo(Duration.ofMillis(40));
        assertThat(between(3, 4)).isBetween(Duration.ofMillis(40), Duration.ofMillis(79));
    }

    @Test
    void newsEndAWaitAndNoPause() {
        begin(LONG, Duration.ofMillis(200), LONG);
        await().until(() -> made.size() == 1 || made.size() == 2);
        fails = true;
        int before = made.size();
        attempts.wake();
        await().until(() -> made.size() > before);
        int failed = made.size() - 1;
        attempts.wake();
        await().until(() -> made.size() > failed + 1);
        assertThat(between(failed, failed + 1)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void hurryEndsAPause() {
        fails = true;
        begin(LONG, LONG, LONG);
        await().until(() -> made.size() == 1);
        attempts.hurry();
        await().until(() -> made.size() == 2);
    }

    @Test
    void withoutNewsItLooksAgainAfterAWhile() {
        begin(Duration.ofMillis(20), LONG, LONG);
        await().until(() -> made.size() > 3);
    }

    @Test
    void aReasonIsOneLine() {
        assertThat(Attempts.reason(new IOException("451 not now\nhttps://secret")))
                .isEqualTo("451 not now");
        assertThat(Attempts.reason(new ConnectException())).isEqualTo("no connection");
        assertThat(Attempts.reason(new EOFException())).isEqualTo("EOFException");
    }
}
