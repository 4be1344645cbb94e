package dev.bulkhead.lxd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.Image;
import dev.bulkhead.engine.contract.Backstage;
import dev.bulkhead.engine.contract.ImagesContract;
import dev.bulkhead.testing.Fixtures;
import dev.bulkhead.testing.LxdDaemon;
import dev.bulkhead.testing.TestEngines;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LxdImagesContractTest extends ImagesContract {

    private final LxdDaemon lxd = TestEngines.lxd();
    private Path archive;
    private String fingerprint;

    @TempDir
    private Path directory;

    /** The archive that the daemon has already, with nothing behind it, so that it is another one. */
    @BeforeEach
    void packAnImage() throws IOException, NoSuchAlgorithmException {
        archive = Files.copy(Fixtures.file("busybox-lxd.tar.gz"), directory.resolve("image.tar.gz"));
        try (OutputStream end = new GZIPOutputStream(Files.newOutputStream(archive, StandardOpenOption.APPEND))) {
            end.flush();
        }
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive));
        fingerprint = HexFormat.of().formatHex(digest);
    }

    @Override
    protected Backstage backstage() {
        return new LxdBackstage(lxd);
    }

    @Override
    protected List<String> names() {
        return List.of(uniqueName(), "a/<b>x&%2e 🚀");
    }

    @Override
    protected void makeImage(String name) {
        lxd.lxc("image", "import", archive.toString(), "--alias", name);
    }

    @Override
    protected void removeImage(String name) {
        lxd.lxc("image", "delete", fingerprint);
    }

    @Override
    protected void assertFacts(Image image) {
        assertThat(image)
                .isEqualTo(new Image(
                        image.name(),
                        true,
                        "container",
                        "busybox",
                        "x86_64",
                        size(),
                        Instant.ofEpochSecond(1_735_689_600)));
    }

    @Test
    void anImageOfAnotherProjectHasItsProjectBeforeIt() {
        lxd.lxc("project", "create", "lab");
        try {
            lxd.lxc("image", "import", "--project", "lab", archive.toString());
            assertThat(image("lab/" + fingerprint))
                    .get()
                    .extracting(Image::named)
                    .isEqualTo(false);

            lxd.lxc("image", "alias", "create", "--project", "lab", "small", fingerprint);
            assertThat(image("lab/small")).get().satisfies(this::assertFacts);
            assertThat(list()).extracting(Image::name).contains(LxdDaemon.IMAGE).doesNotContain(fingerprint);
        } finally {
            lxd.lxc("image", "delete", "--project", "lab", fingerprint);
            lxd.lxc("project", "delete", "lab");
        }
    }

    private ByteSize size() {
        try {
            return new ByteSize(Files.size(archive));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
