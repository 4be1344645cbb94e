package dev.bulkhead.operation.audit.ship;

import dev.bulkhead.common.ConfigurationFault;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Makes the receivers that the settings name, or says what is wrong with them. */
final class Receivers {

    private static final String KEY = "bulkhead.audit.ship.";
    private static final int SHORTEST_SECRET = 16;

    private Receivers() {}

    /** @throws ConfigurationFault for what cannot work */
    static List<Receiver> of(ShippingSettings settings) {
        List<Receiver> receivers = new ArrayList<>();
        SSLContext tls = tls(settings.caFile());
        URI syslog = settings.syslog();
        if (syslog != null && !syslog.toString().isBlank()) {
            receivers.add(new SyslogReceiver(checkedSyslog(syslog), tls));
        }
        URI webhook = settings.webhook();
        if (webhook != null && !webhook.toString().isBlank()) {
            receivers.add(new WebhookReceiver(checkedWebhook(webhook), secret(settings.webhookSecretFile()), tls));
        }
        return receivers;
    }

    private static URI checkedSyslog(URI address) {
        if (!Set.of("udp", "tcp", "tls").contains(String.valueOf(address.getScheme()))
                || address.getHost() == null
                || address.getPort() < 1) {
            throw new ConfigurationFault(
                    KEY + "syslog", address.toString(), "use udp://, tcp:// or tls:// with a host and a port");
        }
        return address;
    }

    /** The whole record in the clear is for this machine only. */
    private static URI checkedWebhook(URI address) {
        boolean usable = address.getHost() != null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme()) && isThisMachine(address.getHost())));
        if (!usable || address.getUserInfo() != null) {
            throw new ConfigurationFault(
                    KEY + "webhook",
                    address.getScheme() + "://" + Objects.requireNonNullElse(address.getHost(), ""),
                    "use https://, or http:// on this machine, without a name and password in it");
        }
        return address;
    }

    private static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private static byte[] secret(@Nullable Path file) {
        try {
            String secret = file == null ? "" : Files.readString(file).strip();
            if (secret.length() >= SHORTEST_SECRET) {
                return secret.getBytes(StandardCharsets.UTF_8);
            }
        } catch (IOException unreadable) {
            // Said below.
        }
        throw new ConfigurationFault(
                KEY + "webhook-secret-file",
                String.valueOf(file),
                "name a file with a secret of at least " + SHORTEST_SECRET + " characters that the receiver knows too");
    }

    private static SSLContext tls(@Nullable Path caFile) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, caFile == null ? null : trusting(caFile).getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException unusable) {
            throw new ConfigurationFault(
                    KEY + "ca-file", String.valueOf(caFile), "cannot be read as certificates in PEM");
        }
    }

    private static TrustManagerFactory trusting(Path caFile) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(caFile)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                trusted.setCertificateEntry("ca-" + trusted.size(), certificate);
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory;
    }
}
