package dev.bulkhead.docker;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.Image;
import dev.bulkhead.engine.Images;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What {@code docker image ls} lists: an image with several tags several times. */
final class DockerImages implements Images {

    private static final String NO_NAME = "<none>";

    private final DockerApi api;

    DockerImages(DockerApi api) {
        this.api = api;
    }

    @Override
    public List<Image> list() {
        List<Image> found = new ArrayList<>();
        api.readEach("/images/json", image -> found.addAll(read(image)));
        return found;
    }

    static List<Image> read(JsonNode image) {
        List<String> tags = tags(image);
        boolean named = !tags.isEmpty();
        ByteSize size = Amounts.size(image.path("Size"));
        Instant created = EngineTime.ofSeconds(image.path("Created"));
        // The list does not have the architecture.
        return (named ? tags.stream() : Stream.of(Text.of(image.path("Id"))))
                .filter(name -> !name.isEmpty())
                .map(name -> new Image(name, named, "container", "", "", size, created))
                .toList();
    }

    /** The names that people gave it. */
    static List<String> tags(JsonNode image) {
        return image.path("RepoTags").values().stream()
                .map(Text::of)
                .filter(tag -> !tag.startsWith(NO_NAME))
                .toList();
    }
}
