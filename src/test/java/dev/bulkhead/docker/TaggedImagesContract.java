package dev.bulkhead.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.Image;
import dev.bulkhead.engine.contract.ImagesContract;
import dev.bulkhead.testing.Fixtures;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Images of any engine that speaks Docker's API. */
abstract class TaggedImagesContract extends ImagesContract {

    private static final String REGISTRY = "localhost/";

    /** Runs the engine's own command line. */
    abstract String cli(String... arguments);

    /** A tag of what all tests' containers are made of. */
    abstract String base();

    /** Podman would put a registry before a name that has none. */
    @Override
    protected String listedAs(String name) {
        return REGISTRY + name + ":kit";
    }

    @Override
    protected void makeImage(String name) {
        cli("tag", base(), listedAs(name));
    }

    @Override
    protected void removeImage(String name) {
        cli("rmi", listedAs(name));
    }

    @Override
    protected void assertFacts(Image image) {
        assertThat(image.type()).isEqualTo("container");
        assertThat(image.size()).isBetween(ByteSize.ofMebibytes(1), ByteSize.ofMebibytes(10));
        assertThat(image.createdAt()).isBefore(Instant.now());
        // Both tags of the one image are listed.
        assertThat(image(base())).isPresent().get().satisfies(other -> {
            assertThat(other.size()).isEqualTo(image.size());
            assertThat(other.createdAt()).isEqualTo(image.createdAt());
        });
    }

    @Test
    void anImageWithoutATagIsListedByItsId() {
        String id =
                cli("import", Fixtures.file("busybox-rootfs.tar").toString()).strip();
        String whole = id.startsWith("sha256:") ? id : "sha256:" + id;
        try {
            assertThat(image(whole))
                    .isPresent()
                    .get()
                    .satisfies(image -> assertThat(image.named()).isFalse());
        } finally {
            cli("rmi", id);
        }
        assertThat(image(whole)).isEmpty();
    }
}
