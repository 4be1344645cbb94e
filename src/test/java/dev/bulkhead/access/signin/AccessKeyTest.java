package dev.bulkhead.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bulkhead.common.ConfigurationFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessKeyTest {

    private static final byte[] SECRET = "a secret of twenty b".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    private AccessKey key(String file) {
        return new AccessKey(new AccessKeySettings(folder.resolve(file)));
    }

    @Test
    void theFileIsItsOwnersAloneAndIsFoundAgain() throws IOException {
        String sealed = key("access.key").seal(SECRET, "ada");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("access.key"))))
                .isEqualTo("rw-------");
        assertThat(key("access.key").open(sealed, "ada")).hasValue(SECRET);
    }

    @Test
    void whatIsSealedOpensForNobodyElseAndByNoOtherKey() {
        AccessKey key = key("access.key");
        String sealed = key.seal(SECRET, "ada");
        assertThat(sealed).isNotEqualTo(key.seal(SECRET, "ada"));
        assertThat(key.open(sealed, "bo")).isEmpty();
        assertThat(key("other.key").open(sealed, "ada")).isEmpty();
        assertThat(key.open("nonsense", "ada")).isEmpty();
        assertThat(key.hash("code")).isNotEqualTo(key("other.key").hash("code")).hasSize(64);
    }

    @Test
    void aFileThatIsNoKeyStopsTheStart() throws IOException {
        Files.writeString(folder.resolve("access.key"), "abcd");
        assertThatExceptionOfType(ConfigurationFault.class)
                .isThrownBy(() -> key("access.key"))
                .withMessageContaining("bulkhead.access.key-file");
    }
}
