package dev.bulkhead.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.Image;
import dev.bulkhead.engine.contract.Backstage;
import dev.bulkhead.engine.contract.ImagesContract;
import dev.bulkhead.testing.LibvirtDaemon;
import dev.bulkhead.testing.TestEngines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Discs in a real pool, whose format libvirt finds by looking into them. */
final class QemuImagesContractTest extends ImagesContract {

    private static final int SIZE = 64 * 1024;

    /** Where an ISO 9660 file system says that it is one. */
    private static final int MARK = 32 * 1024;

    private final LibvirtDaemon libvirt = TestEngines.libvirt();

    @TempDir
    private Path directory;

    @Override
    protected Backstage backstage() {
        return new QemuBackstage(false);
    }

    @Override
    protected List<String> names() {
        return List.of(uniqueName() + ".iso", "<b>x&%2e '\"🚀");
    }

    @Override
    protected String listedAs(String name) {
        return LibvirtDaemon.POOL + "/" + name;
    }

    @Override
    protected void makeImage(String name) {
        makeVolume(name);
        libvirt.virsh("vol-upload", "--pool", LibvirtDaemon.POOL, name, disc().toString());
        // The daemon looks at the pool again when the upload is over.
        await().atMost(PATIENCE)
                .until(() -> libvirt.virsh("vol-dumpxml", "--pool", LibvirtDaemon.POOL, name)
                        .contains("type='iso'"));
    }

    @Override
    protected void removeImage(String name) {
        libvirt.virsh("vol-delete", "--pool", LibvirtDaemon.POOL, name);
    }

    @Override
    protected void assertFacts(Image image) {
        assertThat(image).isEqualTo(new Image(image.name(), true, "iso", "", "", new ByteSize(SIZE), null));
    }

    @Test
    void aVolumeThatIsNoDiscIsNoImageAndCostsOneCall() throws IOException {
        Path socket = directory.resolve("relay");
        List<String> volumes = List.of(uniqueName(), uniqueName() + ".iso");
        try (RpcRelay relay = new RpcRelay(socket, libvirt.socket());
                Engine relayed = QemuBackstage.engine("qemu+unix:///system?socket=" + socket)) {
            relayed.check();
            int before = callsOfAList(relayed, relay);
            volumes.forEach(this::makeVolume);
            try {
                assertThat(callsOfAList(relayed, relay)).isEqualTo(before + volumes.size());
                assertThat(list())
                        .extracting(Image::name)
                        .doesNotContainAnyElementsOf(
                                volumes.stream().map(this::listedAs).toList());
            } finally {
                volumes.forEach(this::removeImage);
            }
        }
    }

    private static int callsOfAList(Engine engine, RpcRelay relay) {
        relay.callsSinceLastAsked();
        engine.images().orElseThrow().list();
        return relay.callsSinceLastAsked();
    }

    private void makeVolume(String name) {
        // The command writes the name into a document as it is.
        String inDocument = QemuBackstage.escape(name);
        libvirt.virsh("vol-create-as", LibvirtDaemon.POOL, inDocument, Integer.toString(SIZE), "--format", "raw");
    }

    private Path disc() {
        byte[] disc = new byte[SIZE];
        byte[] mark = "\1CD001\1".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(mark, 0, disc, MARK, mark.length);
        try {
            return Files.write(directory.resolve("disc"), disc);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
