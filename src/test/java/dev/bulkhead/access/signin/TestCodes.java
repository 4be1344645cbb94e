package dev.bulkhead.access.signin;

import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** An authenticator app. */
public final class TestCodes {

    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private TestCodes() {}

    /** @param typed the key as it is shown @param later how many steps of thirty seconds from now */
    public static String code(String typed, int later) {
        ByteArrayOutputStream secret = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char sign : typed.replace(" ", "").toCharArray()) {
            held = (held << 5 | SIGNS.indexOf(sign)) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                secret.write(held >> bits);
            }
        }
        return TimeCodes.at(secret.toByteArray(), TimeCodes.step(Instant.now()) + later);
    }
}
