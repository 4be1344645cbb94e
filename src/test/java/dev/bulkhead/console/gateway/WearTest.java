package dev.bulkhead.console.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What those leave behind who come and go, or go without a word: nothing. */
class WearTest extends GatewayTest {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final int WARM_UP = 40;
    private static final int HOURS = 120;

    /** Case A23: a laptop that sleeps, a network that is gone. Its connection stands for all that we can see. */
    @Test
    void whoFallsSilentIsGoneWithinHalfAMinute() throws Exception {
        Open silent = open("exec");
        silent.socket().nextControl("hello");
        assertThat(viewers()).isEqualTo(1);

        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(viewers()).isZero());
        // The process stays for whoever wakes up.
        assertThat(silent.guest().isClosed()).isFalse();
    }

    /** Case E24, compressed. */
    @Test
    void hundredsOfConsolesLeaveNothingBehind() throws Exception {
        use(WARM_UP);
        Left before = Left.now();
        use(HOURS);
        Left after = Left.now();

        assertThat(consoles()).isZero();
        assertThat(after.descriptors()).isLessThanOrEqualTo(before.descriptors() + 10);
        assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + 5);
        assertThat(after.heap() - before.heap()).isLessThan(8L * MEBIBYTE);
    }

    /** Opens consoles one after the other, uses each, and leaves: in turns the process ends, or the browser goes. */
    private void use(int times) throws Exception {
        byte[] page = new byte[64 * 1024];
        for (int time = 0; time < times; time++) {
            Open console = open("exec");
            console.socket().nextControl("hello");
            console.socket().sendBinary("ls\n".getBytes(StandardCharsets.US_ASCII));
            await().until(() -> console.guest().heard().equals("ls\n"));
            console.guest().say(page);
            console.socket().nextBytes(page.length);
            if (time % 2 == 0) {
                console.socket().close();
            }
            console.guest().end(0);
            await().until(() -> console.guest().isClosed());
            console.socket().close();
        }
        await().untilAsserted(() -> assertThat(consoles()).isZero());
    }

    private long consoles() {
        return json(administrator().get("/api/v1/consoles").body())
                .valueStream()
                .filter(console -> console.path("instance").asString().equals(id(guest)))
                .count();
    }

    private long viewers() {
        return json(administrator().get("/api/v1/consoles").body())
                .valueStream()
                .filter(console -> console.path("instance").asString().equals(id(guest)))
                .mapToLong(console -> console.path("viewers").size())
                .sum();
    }

    private record Left(int descriptors, int threads, long heap) {

        static Left now() {
            System.gc();
            return new Left(
                    Objects.requireNonNull(new File("/proc/self/fd").list()).length,
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
    }
}
