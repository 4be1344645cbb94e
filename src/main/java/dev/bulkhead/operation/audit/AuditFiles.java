package dev.bulkhead.operation.audit;

import dev.bulkhead.common.ConfigurationFault;
import dev.bulkhead.common.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What is kept of the chain outside the database: its key, and where it ended last, without which its end could be cut off unnoticed.
 * Both are for their owner's eyes only.
 */
final class AuditFiles {

    private static final String KEY = "bulkhead.audit.key-file";
    private static final int KEY_BYTES = 32;

    private final Path keyFile;
    private final Path headFile;

    AuditFiles(Path keyFile) {
        this.keyFile = keyFile.toAbsolutePath();
        this.headFile = this.keyFile.resolveSibling(this.keyFile.getFileName() + ".head");
    }

    /**
     * @param secret what the macs are made with
     * @param before the link that the first row of this key follows; {@link ChainLink#START} unless an earlier key was lost
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Key(byte[] secret, ChainLink before) {}

    /**
     * Empty when there is no such file.
     *
     * @throws ConfigurationFault when there is one that cannot be read, or holds something else
     */
    Optional<Key> key() {
        try {
            String[] words = Files.readString(keyFile).strip().split("\\s+");
            byte[] secret = HexFormat.of().parseHex(words[0]);
            if (secret.length == KEY_BYTES) {
                return Optional.of(new Key(secret, new ChainLink(Long.parseLong(words[1]), words[2])));
            }
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException | RuntimeException unreadable) {
            // Said below, in the same words as of a key that is too short.
        }
        throw new ConfigurationFault(
                KEY,
                keyFile.toString(),
                "is no key of the audit record; restore the file, or move it away for a new key");
    }

    /** Makes a new key, for the rows after {@code before}. */
    Key makeKey(ChainLink before) {
        byte[] secret = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        try {
            PrivateFile.write(
                    keyFile, HexFormat.of().formatHex(secret) + " " + before.seq() + " " + before.mac() + "\n");
        } catch (IOException | UncheckedIOException unwritable) {
            throw new ConfigurationFault(
                    KEY, keyFile.toString(), "cannot be written; name a file that the server's user may make");
        }
        return new Key(secret, before);
    }

    /** Where the chain ended when that was last written; empty when that is not known. */
    Optional<ChainLink> head() {
        try {
            String[] words = Files.readString(headFile).strip().split(" ");
            return Optional.of(new ChainLink(Long.parseLong(words[0]), words[1]));
        } catch (IOException | RuntimeException unknown) {
            return Optional.empty();
        }
    }

    /** @throws UncheckedIOException when it cannot be written */
    void writeHead(ChainLink head) {
        try {
            PrivateFile.write(headFile, head.seq() + " " + head.mac() + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
