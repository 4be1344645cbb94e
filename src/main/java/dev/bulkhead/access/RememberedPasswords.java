package dev.bulkhead.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which passwords were found right in the last minutes, so that a program that sends its own with every request does not cost an
 * Argon2 each time. Kept is a keyed hash of the password together with the stored hash: with a changed password it matches no more,
 * and it means nothing outside this process. Wrong passwords are never kept: each guess costs the full price.
 */
final class RememberedPasswords {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int MOST = 256;
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final SecretKeySpec key;
    private final LongSupplier nanoTime;

    /** When each was found right, the oldest first. */
    private final Map<String, Long> rightSince = new LinkedHashMap<>();

    RememberedPasswords(LongSupplier nanoTime) {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, ALGORITHM);
        this.nanoTime = nanoTime;
    }

    boolean isRight(CharSequence password, String hash) {
        String name = name(password, hash);
        synchronized (rightSince) {
            Long since = rightSince.get(name);
            if (since == null) {
                return false;
            }
            if (nanoTime.getAsLong() - since > KEPT.toNanos()) {
                rightSince.remove(name);
                return false;
            }
            return true;
        }
    }

    void remember(CharSequence password, String hash) {
        String name = name(password, hash);
        synchronized (rightSince) {
            rightSince.remove(name);
            rightSince.put(name, nanoTime.getAsLong());
            if (rightSince.size() > MOST) {
                rightSince.remove(rightSince.keySet().iterator().next());
            }
        }
    }

    private String name(CharSequence password, String hash) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(hash.getBytes(StandardCharsets.UTF_8));
            // Stored hashes hold no zero byte, so no two pairs run together to the same text.
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, missing);
        }
    }
}
