package dev.bulkhead.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Case B1, by a clock of its own. */
class SignInThrottleTest {

    private static final String HOME = "192.0.2.7";
    private static final String EVIL = "203.0.113.9";

    private final AtomicLong clock =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(20).toNanos());
    private final SignInThrottle throttle = new SignInThrottle(clock::get);

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    @Test
    void afterFiveWrongOnesTheWaitDoublesUpToAQuarterOfAnHour() {
        for (int i = 0; i < 4; i++) {
            throttle.failed("ada", EVIL);
            assertThat(throttle.left("ada", EVIL)).isZero();
        }
        for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900}) {
            throttle.failed("ada", EVIL);
            assertThat(throttle.left("ada", EVIL)).isEqualTo(Duration.ofSeconds(seconds));
            pass(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(throttle.left("ada", EVIL)).isEqualTo(Duration.ofMillis(1));
            pass(Duration.ofMillis(1));
            assertThat(throttle.left("ada", EVIL)).isZero();
        }
    }

    @Test
    void aThousandWrongPasswordsTakeHoursAndTheRightPersonIsNotHeldUp() {
        throttle.succeeded("user-3", HOME);
        long looked = 0;
        long sent = 0;
        long hour = clock.get() + Duration.ofHours(1).toNanos();
        while (sent < 1_000 && clock.get() - hour < 0) {
            String name = "user-" + sent % 10;
            String address = "203.0.113." + sent % 4;
            if (throttle.left(name, address).isZero()) {
                throttle.failed(name, address);
                looked++;
            }
            sent++;
            pass(Duration.ofMillis(10));
        }
        assertThat(looked).isBetween(100L, 250L);
        for (int i = 0; i < 10; i++) {
            assertThat(throttle.left("user-" + i, HOME)).isZero();
        }
    }

    @Test
    void anAddressThatTriesManyNamesWaitsWithAnyName() {
        for (int i = 0; i < SignInThrottle.FREE_PER_ADDRESS; i++) {
            throttle.failed("name-" + i, EVIL);
        }
        assertThat(throttle.left("yet-another", EVIL)).isEqualTo(Duration.ofSeconds(1));
        assertThat(throttle.left("yet-another", HOME)).isZero();
    }

    @Test
    void whoSignedInThereBeforeDoesNotWaitForWhatOthersDoThere() {
        throttle.succeeded("ada", EVIL);
        for (int i = 0; i < 2 * SignInThrottle.FREE_PER_ADDRESS; i++) {
            throttle.failed("name-" + i, EVIL);
        }
        assertThat(throttle.left("ada", EVIL)).isZero();
        assertThat(throttle.left("bo", EVIL)).isPositive();
    }

    @Test
    void theRightPasswordForgivesThePairAndAnHourForgivesAll() {
        for (int i = 0; i < 8; i++) {
            throttle.failed("ada", EVIL);
        }
        throttle.succeeded("ada", EVIL);
        assertThat(throttle.left("ada", EVIL)).isZero();
        throttle.failed("ada", EVIL);
        assertThat(throttle.left("ada", EVIL)).isZero();

        for (int i = 0; i < 30; i++) {
            throttle.failed("bo", EVIL);
        }
        pass(Duration.ofHours(1));
        throttle.failed("bo", EVIL);
        assertThat(throttle.left("bo", EVIL)).isZero();
    }

    @Test
    void anIpv6NetworkIsOnePlace() {
        for (int i = 0; i < SignInThrottle.FREE_PER_PAIR; i++) {
            throttle.failed("ada", "2001:db8:1:2:0:0:0:" + i);
        }
        assertThat(throttle.left("ada", "2001:db8:1:2:ffff:0:0:1")).isPositive();
        assertThat(throttle.left("ada", "2001:db8:1:3:0:0:0:1")).isZero();
    }

    @Test
    void rememberedIsABoundedNumberAndTheBusiestStay() {
        Backoff<Integer> backoff = new Backoff<>(1, Duration.ofMinutes(1), clock::get);
        for (int source = 0; source < 3 * Backoff.MOST_SOURCES; source++) {
            backoff.failed(source);
            backoff.failed(-1);
        }
        assertThat(backoff.size()).isEqualTo(Backoff.MOST_SOURCES);
        assertThat(backoff.left(-1)).isEqualTo(Duration.ofMinutes(1));
    }
}
