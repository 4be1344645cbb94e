package dev.bulkhead.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.InvalidSettingsException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerFactoryTest {

    private static final EngineId ID = new EngineId("docker");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp://127.0.0.1:2375",
                "http://127.0.0.1",
                "npipe:////./pipe/docker_engine",
                "ssh://root@host",
                "/var/run/docker.sock",
                "unix:relative.sock",
                "unix://host/var/run/docker.sock",
                "unix:///var/run/docker.sock?x=1"
            })
    void whatIsNotAUnixSocketIsRefusedWithTheRemedy(String uri) {
        assertRefused(uri, "");
    }

    @Test
    void aFileOrDirectoryIsNoSocket() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertRefused("unix://" + file, "is not a socket");
        assertRefused("unix://" + directory, "is not a socket");
    }

    @Test
    void aPathThatIsTooLongForASocketIsRefused() {
        assertRefused("unix:///" + "x".repeat(107), "107 bytes");
    }

    @Test
    void aSocketThatIsNotThereYetIsUnreachable() {
        URI uri = URI.create("unix://" + directory.resolve("later.sock"));

        try (var engine = new DockerFactory().create(ID, new EngineSettings(EngineKind.DOCKER, uri))) {
            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(engine::check)
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.UNREACHABLE));
        }
    }

    @Test
    void discoveryFindsEachSocketOnceUnderItsFirstName() throws IOException {
        Path socket = directory.resolve("podman.sock");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Path link = Files.createSymbolicLink(directory.resolve("docker.sock"), socket);
            Path absent = directory.resolve("absent.sock");

            assertThat(new DockerFactory(List.of(link, absent, socket)).discover())
                    .containsExactly(new EngineSettings(EngineKind.DOCKER, URI.create("unix://" + link)));
        }
    }

    private static void assertRefused(String uri, String message) {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(
                        () -> new DockerFactory().create(ID, new EngineSettings(EngineKind.DOCKER, URI.create(uri))))
                .withMessageContaining(message)
                .withMessageContaining(".");
    }
}
