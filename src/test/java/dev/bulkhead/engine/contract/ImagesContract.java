package dev.bulkhead.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Image;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The images of an engine. */
public abstract class ImagesContract extends Contract {

    /** Makes an image; {@link #listedAs} says what it is called in the list. */
    protected abstract void makeImage(String name);

    protected abstract void removeImage(String name);

    protected String listedAs(String name) {
        return name;
    }

    /** What can be said of the image that was made. */
    protected abstract void assertFacts(Image image);

    /** Names to try; those that break naive code, as far as the engine takes them. */
    protected List<String> names() {
        return List.of(uniqueName());
    }

    @TestFactory
    Stream<DynamicTest> anImageIsListedUntilItIsRemoved() {
        return names().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    makeImage(name);
                    try {
                        assertThat(image(listedAs(name))).isPresent().get().satisfies(image -> {
                            assertThat(image.named()).isTrue();
                            assertFacts(image);
                        });
                    } finally {
                        removeImage(name);
                    }
                    assertThat(image(listedAs(name))).isEmpty();
                }));
    }

    @Test
    void namesAndTypesAreTold() {
        assertThat(list()).extracting(Image::name).doesNotHaveDuplicates().doesNotContain("");
        assertThat(list()).extracting(Image::type).isSubsetOf("container", "virtual-machine", "iso");
    }

    protected final Optional<Image> image(String name) {
        return list().stream().filter(image -> image.name().equals(name)).findFirst();
    }

    protected final List<Image> list() {
        return engine.images()
                .orElseThrow(() -> new AssertionError("The engine does not tell its images"))
                .list();
    }
}
