package dev.bulkhead.operation.webhook;

import dev.bulkhead.common.ConfigurationFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** How a receiver and Bulkhead know each other, from files that settings name. */
public final class ReceiverTrust {

    private static final int SHORTEST_SECRET = 16;

    private ReceiverTrust() {}

    /**
     * @param key the setting that names the file
     * @throws ConfigurationFault when it holds no secret
     */
    public static byte[] secret(String key, @Nullable Path file) {
        try {
            String secret = file == null ? "" : Files.readString(file).strip();
            if (secret.length() >= SHORTEST_SECRET) {
                return secret.getBytes(StandardCharsets.UTF_8);
            }
        } catch (IOException unreadable) {
            // Said below.
        }
        throw new ConfigurationFault(
                key,
                String.valueOf(file),
                "name a file with a secret of at least " + SHORTEST_SECRET + " characters that the receiver knows too");
    }

    /**
     * @param key the setting that names the file
     * @param caFile certificates, in PEM, that the receiver's is to be signed by; null for those that Java trusts
     * @throws ConfigurationFault when it holds none
     */
    public static SSLContext tls(String key, @Nullable Path caFile) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, caFile == null ? null : trusting(caFile).getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException unusable) {
            throw new ConfigurationFault(key, String.valueOf(caFile), "cannot be read as certificates in PEM");
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
