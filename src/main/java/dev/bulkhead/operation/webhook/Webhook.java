package dev.bulkhead.operation.webhook;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Posts to one address. The receiver knows that it is ours, and that it is not an old request repeated, by {@code Bulkhead-Signature}:
 * HMAC-SHA-256, with the shared secret, over {@code Bulkhead-Timestamp}, a dot, and the body.
 */
public final class Webhook implements Closeable {

    private static final Duration DEADLINE = Duration.ofSeconds(15);
    private static final String ALGORITHM = "HmacSHA256";

    private final URI address;
    private final @Nullable SecretKeySpec secret;
    private final HttpClient client;

    /**
     * @param address one that is {@link WebhookAddress#isUsable}
     * @param secret null for a receiver that knows none: then nothing is signed
     */
    public Webhook(URI address, byte @Nullable [] secret, SSLContext tls) {
        this.address = address;
        this.secret = secret == null ? null : new SecretKeySpec(secret, ALGORITHM);
        this.client = HttpClient.newBuilder()
                .sslContext(tls)
                .connectTimeout(DEADLINE)
                .followRedirects(Redirect.NEVER)
                .build();
    }

    /**
     * Blocks until it is answered, for half a minute at most.
     *
     * @throws IOException when it was not taken for certain; the message has no part of the address in it
     */
    public void post(String contentType, String body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(DEADLINE)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body));
        if (secret != null) {
            String timestamp = String.valueOf(Instant.now().getEpochSecond());
            request.header("Bulkhead-Timestamp", timestamp)
                    .header("Bulkhead-Signature", "sha256=" + signature(secret, timestamp + "." + body));
        }
        try {
            HttpResponse<Void> answer = client.send(request.build(), BodyHandlers.discarding());
            if (answer.statusCode() < 200 || answer.statusCode() > 299) {
                throw new IOException("It answered " + answer.statusCode());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", interrupted);
        }
    }

    private static String signature(SecretKeySpec secret, String signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
