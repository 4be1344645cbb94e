package dev.bulkhead.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bulkhead.common.ConfigurationFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootstrapSettingsTest {

    @TempDir
    Path directory;

    @Test
    void nothingSetMakesNobody() {
        assertThat(new BootstrapSettings(null, null).administrator()).isEmpty();
        assertThat(new BootstrapSettings("", " ").administrator()).isEmpty();
    }

    @Test
    void readsThePasswordWithoutTheLineEnd() throws IOException {
        var administrator = new BootstrapSettings(" Ada ", file(" correct horse \n"))
                .administrator()
                .orElseThrow();
        assertThat(administrator.name()).isEqualTo("ada");
        assertThat(administrator.password()).isEqualTo(" correct horse ");
        assertThat(administrator.toString()).doesNotContain("horse");
    }

    @Test
    void namesWhatIsMissing() throws IOException {
        refused(null, file("correct horse"), "bulkhead.bootstrap.admin-user = : is not set");
        refused("ada", null, "bulkhead.bootstrap.admin-password-file = : is not set");
        refused("ada", "/nowhere/password", "admin-password-file = /nowhere/password: there is no such file; make it");
        refused("ada", file("\n"), "the file is empty; put the password in it");
        refused("ada", file("x".repeat(5000)), "is too large");
        refused("ada", directory.toString(), "cannot be read");
        refused("ada", "\0", "cannot be read");
    }

    @Test
    void saysWhatIsWrongWithThePasswordAndNeverShowsIt() throws IOException {
        var settings =
                new BootstrapSettings("ada", file("short")).administrator().orElseThrow();
        assertThatExceptionOfType(ConfigurationFault.class)
                .isThrownBy(() -> settings.refuse(SetupOutcome.PASSWORD_TOO_SHORT))
                .withMessageContaining("fewer than 10 characters; use a longer one")
                .satisfies(fault -> assertThat(fault.getMessage()).doesNotContain("short;"));
        assertThatExceptionOfType(ConfigurationFault.class)
                .isThrownBy(() -> settings.refuse(SetupOutcome.NAME_INVALID))
                .withMessageContaining("bulkhead.bootstrap.admin-user = ada: not a user's name");
    }

    private void refused(String user, String file, String message) {
        assertThatExceptionOfType(ConfigurationFault.class)
                .isThrownBy(() -> new BootstrapSettings(user, file).administrator())
                .withMessageContaining(message);
    }

    private String file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "password", ""), content)
                .toString();
    }
}
