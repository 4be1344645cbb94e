package dev.bulkhead.access.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A secret that is about to be shared with an authenticator app. Its text tells nothing of it. */
public final class Enrolment {

    private final byte[] secret;
    private final String user;

    Enrolment(byte[] secret, String user) {
        this.secret = secret.clone();
        this.user = user;
    }

    byte[] secret() {
        return secret.clone();
    }

    /** The secret for typing, in groups of four. */
    public String typed() {
        return String.join(" ", Base32.encode(secret).split("(?<=\\G.{4})"));
    }

    /** What an app reads from the picture. */
    public String address() {
        return "otpauth://totp/Bulkhead:" + URLEncoder.encode(user, StandardCharsets.UTF_8) + "?secret="
                + Base32.encode(secret) + "&issuer=Bulkhead";
    }

    @Override
    public String toString() {
        return "Enrolment[" + user + "]";
    }
}
