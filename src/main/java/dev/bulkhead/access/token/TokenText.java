package dev.bulkhead.access.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a token looks like: {@code bh_<id>_<secret>}. The prefix lets scanners of source code find one that leaked, the id lets us find
 * the one row to compare with.
 *
 * @param id ten hexadecimal digits, no secret
 * @param secret 64 of them: 256 bits of chance
 */
record TokenText(String id, String secret) {

    private static final Pattern FORM = Pattern.compile("bh_([0-9a-f]{10})_([0-9a-f]{64})");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 5;
    private static final int SECRET_BYTES = 32;

    static TokenText make() {
        return new TokenText(random(ID_BYTES), random(SECRET_BYTES));
    }

    static Optional<TokenText> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new TokenText(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    String text() {
        return "bh_" + id + "_" + secret;
    }

    /**
     * What is kept of the secret. One SHA-256 is enough: a slow hash makes up for what people choose as passwords, and nobody can try
     * 2^256 secrets at any speed.
     */
    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    /** Takes the same time wherever the two differ. */
    boolean matches(String hash) {
        return MessageDigest.isEqual(
                hash().getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    private static String random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "TokenText[" + id + "]";
    }
}
