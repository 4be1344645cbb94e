package dev.bulkhead.access.signin;

import dev.bulkhead.common.ConfigurationFault;
import dev.bulkhead.common.PrivateFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Seals what has to be read again, as the secrets of codes and of addresses, with a key outside the database: whoever gets at the database alone, or at
 * a backup of it, has nothing to sign in with. AES-256-GCM, bound to whom it belongs to.
 */
@Component
@EnableConfigurationProperties(AccessKeySettings.class)
public class AccessKey {

    private static final String KEY = "bulkhead.access.key-file";
    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec sealing;
    private final SecretKeySpec hashing;

    AccessKey(AccessKeySettings settings) {
        byte[] key = read(settings.keyFile()).orElseGet(() -> make(settings.keyFile()));
        sealing = new SecretKeySpec(mac(new SecretKeySpec(key, MAC), "seal"), "AES");
        hashing = new SecretKeySpec(mac(new SecretKeySpec(key, MAC), "hash"), MAC);
    }

    /** @param owner whom it belongs to: it opens for nobody else */
    public String seal(byte[] secret, String owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(secret);
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has AES", impossible);
        }
    }

    /** Empty for what was sealed with another key or for somebody else. */
    public Optional<byte[]> open(String sealed, String owner) {
        try {
            ByteBuffer content = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
            byte[] nonce = new byte[NONCE_BYTES];
            content.get(nonce);
            byte[] rest = new byte[content.remaining()];
            content.get(rest);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, owner).doFinal(rest));
        } catch (GeneralSecurityException | RuntimeException foreign) {
            return Optional.empty();
        }
    }

    /** For what is long by chance: nobody finds it by trying, and without the key not even whether a guess is right. */
    String hash(String text) {
        return HexFormat.of().formatHex(mac(hashing, text));
    }

    private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has " + MAC, missing);
        }
    }

    private static Optional<byte[]> read(Path file) {
        try {
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length == KEY_BYTES) {
                return Optional.of(key);
            }
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException | RuntimeException unreadable) {
            // Said below, in the same words as of a key that is too short.
        }
        throw new ConfigurationFault(
                KEY, file.toString(), "is no key of Bulkhead's; restore the file, or move it away for a new key");
    }

    private byte[] make(Path file) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        try {
            PrivateFile.write(file, HexFormat.of().formatHex(key) + "\n");
        } catch (IOException | RuntimeException unwritable) {
            throw new ConfigurationFault(
                    KEY, file.toString(), "cannot be written; name a file that the server's user may make");
        }
        return key;
    }
}
