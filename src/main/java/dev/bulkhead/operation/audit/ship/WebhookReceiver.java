package dev.bulkhead.operation.audit.ship;

import dev.bulkhead.operation.audit.AuditJson;
import dev.bulkhead.operation.audit.AuditRow;
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
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;

/**
 * Sends rows as lines of JSON by POST. The receiver knows that they are ours, and that they are not an old request repeated, by
 * {@code Bulkhead-Signature}: HMAC-SHA-256, with the shared secret, over {@code Bulkhead-Timestamp}, a dot, and the body.
 */
final class WebhookReceiver implements Receiver {

    private static final Duration DEADLINE = Duration.ofSeconds(15);
    private static final String ALGORITHM = "HmacSHA256";

    private final URI address;
    private final SecretKeySpec secret;
    private final HttpClient client;

    WebhookReceiver(URI address, byte[] secret, SSLContext tls) {
        this.address = address;
        this.secret = new SecretKeySpec(secret, ALGORITHM);
        this.client = HttpClient.newBuilder()
                .sslContext(tls)
                .connectTimeout(DEADLINE)
                .followRedirects(Redirect.NEVER)
                .build();
    }

    /** Without path and query, which may hold a secret. */
    @Override
    public String name() {
        return "webhook " + address.getScheme() + "://" + address.getAuthority();
    }

    @Override
    public void send(List<AuditRow> rows) throws IOException {
        String body = rows.stream().map(AuditJson::line).collect(Collectors.joining("\n", "", "\n"));
        String timestamp = String.valueOf(Instant.now().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(DEADLINE)
                .header("Content-Type", "application/x-ndjson")
                .header("Bulkhead-Timestamp", timestamp)
                .header("Bulkhead-Signature", "sha256=" + signature(timestamp + "." + body))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
            if (answer.statusCode() < 200 || answer.statusCode() > 299) {
                throw new IOException("It answered " + answer.statusCode());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", interrupted);
        }
    }

    private String signature(String signed) {
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
