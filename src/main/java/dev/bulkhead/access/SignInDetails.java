package dev.bulkhead.access;

import java.io.Serializable;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the moment somebody signed in.
 *
 * @param name of this sign-in; made by chance, so that it tells nothing of the session
 * @param address where it came from
 */
record SignInDetails(String name, @Nullable String address) implements Serializable {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NAME_BYTES = 5;

    static SignInDetails of(@Nullable String address) {
        byte[] name = new byte[NAME_BYTES];
        RANDOM.nextBytes(name);
        return new SignInDetails(HexFormat.of().formatHex(name), address);
    }
}
