package dev.bulkhead.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordHashingTest {

    private final PasswordHashing hashing = new PasswordHashing();

    @Test
    void isArgon2idWith46MebibytesAndASaltOfItsOwn() {
        String hash = hashing.encode("correct horse");
        assertThat(hash).startsWith("$argon2id$v=19$m=47104,t=1,p=1$").isNotEqualTo(hashing.encode("correct horse"));
        assertThat(hashing.matches("correct horse", hash)).isTrue();
        assertThat(hashing.matches("correct horsf", hash)).isFalse();
        assertThat(hashing.upgradeEncoding(hash)).isFalse();
    }

    @Test
    void asksForANewHashWhereTheOldOneIsWeaker() {
        String weak = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 1).encode("correct horse");
        assertThat(hashing.matches("correct horse", weak)).isTrue();
        assertThat(hashing.upgradeEncoding(weak)).isTrue();
    }

    @Test
    void refusesAnOverlongPasswordUnhashed() {
        PasswordHashing counted = new PasswordHashing(new Failing(), 100);
        assertThat(counted.matches("x".repeat(257), "$argon2id$")).isFalse();
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> counted.encode("x".repeat(257)));
    }

    @Test
    void runsTwoAtATimeAndSendsTheThirdAway() throws Exception {
        CountDownLatch running = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        PasswordHashing slow = new PasswordHashing(new Waiting(running, end), 20);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> slow.matches("a", "b"));
            var second = threads.submit(() -> slow.matches("a", "b"));
            running.await();
            assertThatExceptionOfType(SignInBusyException.class).isThrownBy(() -> slow.matches("a", "b"));
            end.countDown();
            assertThat(first.get()).isTrue();
            assertThat(second.get()).isTrue();
            assertThat(slow.matches("c", "b")).isTrue();
        }
    }

    @Test
    void aRightPasswordIsNotHashedAgainForAWhileAndAWrongOneAlways() {
        AtomicLong clock = new AtomicLong();
        RememberedPasswords remembered = new RememberedPasswords(clock::get);
        remembered.remember("right", "hash");
        assertThat(remembered.isRight("right", "hash")).isTrue();
        assertThat(remembered.isRight("wrong", "hash")).isFalse();
        assertThat(remembered.isRight("right", "changed hash")).isFalse();
        clock.addAndGet(Duration.ofMinutes(6).toNanos());
        assertThat(remembered.isRight("right", "hash")).isFalse();

        AtomicInteger hashed = new AtomicInteger();
        PasswordHashing counted = new PasswordHashing(new Counting(hashed), 100);
        for (int i = 0; i < 3; i++) {
            assertThat(counted.matches("right", "hash")).isTrue();
            assertThat(counted.matches("wrong", "hash")).isFalse();
        }
        assertThat(hashed).hasValue(1 + 3);
    }

    private record Counting(AtomicInteger hashed) implements PasswordEncoder {
        @Override
        public String encode(CharSequence password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            hashed.incrementAndGet();
            return "right".contentEquals(password);
        }
    }

    private static final class Failing implements PasswordEncoder {
        @Override
        public String encode(CharSequence password) {
            throw new AssertionError("hashed");
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            throw new AssertionError("hashed");
        }
    }

    private record Waiting(CountDownLatch running, CountDownLatch end) implements PasswordEncoder {
        @Override
        public String encode(CharSequence password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            running.countDown();
            try {
                end.await();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
            return true;
        }
    }
}
