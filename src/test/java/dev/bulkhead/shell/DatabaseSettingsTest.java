package dev.bulkhead.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.common.ConfigurationFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class DatabaseSettingsTest {

    @TempDir
    private Path folder;

    private final MockEnvironment environment = new MockEnvironment();

    private void read() {
        new DatabaseSettings().postProcessEnvironment(environment, new SpringApplication());
    }

    @Test
    void withoutAnAddressTheEmbeddedOneStays() {
        environment.setProperty("spring.datasource.url", "jdbc:h2:mem:x");
        read();
        assertThat(environment.getProperty("spring.datasource.url")).isEqualTo("jdbc:h2:mem:x");
    }

    @Test
    void addressUserAndThePasswordOfAFile() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "secret\n");
        environment.setProperty("bulkhead.database.url", "jdbc:postgresql://db/bulkhead?sslmode=verify-full");
        environment.setProperty("bulkhead.database.user", "bh");
        environment.setProperty("bulkhead.database.password-file", password.toString());
        read();
        assertThat(environment.getProperty("spring.datasource.url"))
                .isEqualTo("jdbc:postgresql://db/bulkhead?sslmode=verify-full");
        assertThat(environment.getProperty("spring.datasource.username")).isEqualTo("bh");
        assertThat(environment.getProperty("spring.datasource.password")).isEqualTo("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://db/x?password=secret",
                "postgresql://db/x",
                "jdbc:postgresql://db/x?user=a&password=secret"
            })
    void whatIsNoAddressOrHoldsAPasswordIsRefusedWithoutTellingIt(String url) {
        environment.setProperty("bulkhead.database.url", url);
        assertThatThrownBy(this::read)
                .isInstanceOf(ConfigurationFault.class)
                .hasMessageStartingWith("bulkhead.database.url = ")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aPasswordFileThatIsNotThere() {
        environment.setProperty("bulkhead.database.url", "jdbc:postgresql://db/x");
        environment.setProperty("bulkhead.database.password-file", "/nowhere");
        assertThatThrownBy(this::read)
                .isInstanceOf(ConfigurationFault.class)
                .hasMessageStartingWith("bulkhead.database.password-file = /nowhere: the file cannot be read");
    }
}
