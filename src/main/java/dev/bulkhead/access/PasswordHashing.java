package dev.bulkhead.access;

import dev.bulkhead.access.password.PasswordRules;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id. Each hash takes 46 MiB of heap for a moment, so at most two run at a time: sign-ins can neither exhaust memory nor take all
 * CPUs. Those that wait too long are sent away with {@link SignInBusyException}.
 */
@Component
class PasswordHashing implements PasswordEncoder {

    private static final int AT_A_TIME = 2;
    private static final long LONGEST_WAIT_SECONDS = 5;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int PARALLELISM = 1;
    private static final int MEMORY_KIB = 46 * 1024;
    private static final int ITERATIONS = 1;

    private final PasswordEncoder argon2;
    private final RememberedPasswords remembered = new RememberedPasswords(System::nanoTime);
    private final Semaphore turns = new Semaphore(AT_A_TIME, true);
    private final long longestWaitMillis;

    /** A hash that no password has. */
    static String ofNothing() {
        SecureRandom random = new SecureRandom();
        byte[] salt = new byte[SALT_BYTES];
        byte[] hash = new byte[HASH_BYTES];
        random.nextBytes(salt);
        random.nextBytes(hash);
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        MEMORY_KIB,
                        ITERATIONS,
                        PARALLELISM,
                        encoder.encodeToString(salt),
                        encoder.encodeToString(hash));
    }

    PasswordHashing() {
        this(
                new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, PARALLELISM, MEMORY_KIB, ITERATIONS),
                TimeUnit.SECONDS.toMillis(LONGEST_WAIT_SECONDS));
    }

    PasswordHashing(PasswordEncoder argon2, long longestWaitMillis) {
        this.argon2 = argon2;
        this.longestWaitMillis = longestWaitMillis;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        if (password != null && password.length() > PasswordRules.LONGEST) {
            throw new IllegalArgumentException("The password is longer than " + PasswordRules.LONGEST + " characters");
        }
        takeTurn();
        try {
            return argon2.encode(password);
        } finally {
            turns.release();
        }
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        if (password == null || password.length() > PasswordRules.LONGEST) {
            return false;
        }
        if (hash != null && remembered.isRight(password, hash)) {
            return true;
        }
        takeTurn();
        try {
            boolean right = argon2.matches(password, hash);
            if (right && hash != null) {
                remembered.remember(password, hash);
            }
            return right;
        } finally {
            turns.release();
        }
    }

    /** Whether the hash was made with weaker parameters than today's, so that it is made anew at the next sign-in. */
    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return argon2.upgradeEncoding(hash);
    }

    private void takeTurn() {
        try {
            if (!turns.tryAcquire(longestWaitMillis, TimeUnit.MILLISECONDS)) {
                throw new SignInBusyException();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SignInBusyException();
        }
    }
}
