package dev.bulkhead.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.testing.LibvirtDaemon;
import dev.bulkhead.testing.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The price of a list: calls over the wire, counted on the wire. */
class BulkListTest {

    private final LibvirtDaemon daemon = TestEngines.libvirt();

    @TempDir
    private Path directory;

    @Test
    void theNumberOfCallsDoesNotGrowWithTheNumberOfDomains() throws IOException {
        int few = calls(10, engine -> engine.instances().list());
        int many = calls(2_000, engine -> engine.instances().list());

        assertThat(many).isEqualTo(few).isBetween(1, 10);
    }

    @Test
    void theNumberOfCallsForNetworksDoesNotGrowWithItEither() throws IOException {
        int few = calls(10, engine -> engine.networks().orElseThrow().list());
        int many = calls(200, engine -> engine.networks().orElseThrow().list());

        assertThat(many).isEqualTo(few).isBetween(1, 4);
    }

    @Test
    void aListOfTenThousandIsWhole() throws IOException {
        try (Engine engine = QemuBackstage.engine(daemon.testUri(domains(10_000)))) {
            List<Instance> listed = engine.instances().list();

            assertThat(listed).hasSize(10_000);
            assertThat(listed.stream().map(Instance::name).distinct()).hasSize(10_000);
        }
    }

    private int calls(int domains, Consumer<Engine> question) throws IOException {
        Path socket = directory.resolve("relay-" + domains);
        String uri = "test+unix://" + domains(domains) + "?socket=" + socket;
        try (RpcRelay relay = new RpcRelay(socket, daemon.socket());
                Engine engine = QemuBackstage.engine(uri)) {
            assertThat(engine.instances().list()).hasSize(domains);
            relay.callsSinceLastAsked();

            question.accept(engine);
            return relay.callsSinceLastAsked();
        }
    }

    private Path domains(int count) throws IOException {
        String all =
                IntStream.range(0, count).mapToObj("""
                        <domain type="test"><name>vm-%05d</name><memory>65536</memory><os><type>hvm</type></os></domain>
                        """::formatted).collect(Collectors.joining("", "<node>", "</node>"));
        return Files.writeString(directory.resolve("node-" + count + ".xml"), all);
    }
}
