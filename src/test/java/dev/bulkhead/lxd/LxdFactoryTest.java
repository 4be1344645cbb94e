package dev.bulkhead.lxd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.InvalidSettingsException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LxdFactoryTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lxd",
                "unix:relative/path",
                "unix://var/lib/lxd/unix.socket",
                "http://localhost",
                "unix:///",
                "tcp://1.2.3.4:8443"
            })
    void whatCanNeverWorkIsRefusedWithTheRemedy(String uri) {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> create(URI.create(uri)))
                .withMessageContaining("socket");
    }

    @Test
    void httpsSaysWhatIsMissing() {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> create(URI.create("https://10.0.0.1:8443")))
                .withMessageContaining("certificate")
                .withMessageContaining("unix:///");
    }

    @Test
    void aFileIsNoSocket() throws IOException {
        Path file = Files.createFile(directory.resolve("unix.socket"));

        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> create(file.toUri().resolve("unix.socket")))
                .withMessageContaining("unix:///");
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> create(URI.create("unix://" + file)))
                .withMessageContaining("not a socket");
    }

    @Test
    void aSocketThatIsNotThereYetIsUnreachable() {
        Path absent = directory.resolve("unix.socket");
        try (Engine engine = create(URI.create("unix://" + absent))) {
            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(engine::check)
                    .withMessageContaining("is the daemon running?")
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.UNREACHABLE));
        }
    }

    @Test
    void aClosedEngineIsUnreachable() {
        Engine engine = create(URI.create("unix://" + directory.resolve("unix.socket")));
        engine.close();

        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(engine::check)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.UNREACHABLE));
    }

    private static Engine create(URI uri) {
        return new LxdFactory().create(new EngineId("lxd"), new EngineSettings(EngineKind.LXD, uri));
    }
}
