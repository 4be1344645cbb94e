package dev.bulkhead.lxd;

import dev.bulkhead.engine.Image;
import dev.bulkhead.engine.Images;
import dev.bulkhead.engine.Namesakes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The images of the server's own store. */
final class LxdImages implements Images {

    private final LxdServer server;

    LxdImages(LxdServer server) {
        this.server = server;
    }

    @Override
    public List<Image> list() {
        List<JsonNode> images = new ArrayList<>();
        server.eachImage(images::add);
        return read(images);
    }

    /**
     * An alias may have a slash in it, so that one of the default project may look like one of another project; then both go by their
     * fingerprints, so that neither is meant.
     */
    static List<Image> read(List<JsonNode> images) {
        Set<String> namesakes = Namesakes.of(images, LxdImages::name);
        return images.stream()
                .map(image -> read(image, !alias(image).isEmpty() && !namesakes.contains(name(image))))
                .toList();
    }

    private static Image read(JsonNode image, boolean named) {
        return new Image(
                named ? name(image) : LxdServer.qualified(image, text(image, "fingerprint")),
                named,
                image.path("type").asString("container"),
                Text.cut(text(image.path("properties"), "description")),
                Text.cut(text(image, "architecture")),
                Amounts.positive(image.path("size")),
                InstanceDocument.moment(image.path("created_at")));
    }

    private static String name(JsonNode image) {
        String alias = alias(image);
        return LxdServer.qualified(image, alias.isEmpty() ? text(image, "fingerprint") : alias);
    }

    private static String alias(JsonNode image) {
        return text(image.path("aliases").path(0), "name");
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
