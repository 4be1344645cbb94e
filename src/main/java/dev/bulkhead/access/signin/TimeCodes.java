package dev.bulkhead.access.signin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The codes that authenticator apps show (RFC 6238): SHA-1, six digits, thirty seconds, which is all that most apps can do. */
final class TimeCodes {

    private static final String MAC = "HmacSHA1";
    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 1_000_000;

    /** A phone's clock is wrong, and typing takes time. */
    private static final int TOLERATED_STEPS = 1;

    private TimeCodes() {}

    static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STEP_SECONDS);
    }

    static String at(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % DIGITS);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has " + MAC, missing);
        }
    }

    /**
     * The step that the code belongs to, if it is one of about now and after {@code used}: each code is worth something once, and those
     * before it nothing any more.
     */
    static OptionalLong match(byte[] secret, String code, Instant now, long used) {
        long current = step(now);
        for (long step = current - TOLERATED_STEPS; step <= current + TOLERATED_STEPS; step++) {
            if (step > used && isSame(at(secret, step), code)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    private static boolean isSame(String right, String typed) {
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
    }
}
