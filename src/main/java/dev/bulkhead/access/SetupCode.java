package dev.bulkhead.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * The one-time code that proves that the first visitor can read what the server prints: 40 random bits, and after a few wrong tries a
 * wait before each further one, so that guessing would take thousands of years.
 */
final class SetupCode {

    /** Without I, L, O and U, which are taken for others. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 8;
    private static final int FREE_TRIES = 5;
    private static final long WAIT_NANOS = Duration.ofSeconds(3).toNanos();

    private final String code;
    private final LongSupplier nanoTime;
    private int wrong;
    private long lastWrong;

    SetupCode(SecureRandom random, LongSupplier nanoTime) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        this.code = text.toString();
        this.nanoTime = nanoTime;
    }

    /** As it is shown: {@code XXXX-XXXX}. */
    String display() {
        return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
    }

    /** Checks one try, in a time that does not depend on how much of it is right. */
    synchronized Verdict check(String typed) {
        if (wrong >= FREE_TRIES && nanoTime.getAsLong() - lastWrong < WAIT_NANOS) {
            return Verdict.WAIT;
        }
        if (MessageDigest.isEqual(bytes(code), bytes(plain(typed)))) {
            return Verdict.RIGHT;
        }
        wrong++;
        lastWrong = nanoTime.getAsLong();
        return Verdict.WRONG;
    }

    private static String plain(String typed) {
        return typed.substring(0, Math.min(typed.length(), 64))
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What a try was worth. */
    enum Verdict {
        RIGHT,
        WRONG,
        /** Not looked at: too soon after a wrong one. */
        WAIT
    }
}
