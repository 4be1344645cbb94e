package dev.bulkhead.lxd;

import java.io.InputStream;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the envelope in which every answer comes: {@code type}, {@code operation}, {@code error} and {@code metadata}. */
final class Envelope {

    /** Users may set a configuration value or key of any size; it must not cost the list in which it stands. */
    private static final StreamReadConstraints LENIENT = StreamReadConstraints.builder()
            .maxStringLength(Integer.MAX_VALUE)
            .maxNameLength(Integer.MAX_VALUE)
            .build();

    private static final JsonMapper JSON = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(LENIENT).build())
            // Elements are read out of the middle of their list.
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Envelope() {}

    /** A document that came without an envelope, as events do. */
    static JsonNode read(String text) {
        return JSON.readTree(text);
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static JsonNode metadata(InputStream body) {
        return JSON.readTree(body).path("metadata");
    }

    /** The path of the operation that an asynchronous answer began. */
    static String operation(InputStream body) {
        return JSON.readTree(body).path("operation").asString("");
    }

    /** The server's words for a refusal; "" when it found none. */
    static String error(InputStream body) {
        try {
            return JSON.readTree(body).path("error").asString("");
        } catch (JacksonException notOurEnvelope) {
            return "";
        }
    }

    /** Hands over the objects in the list that {@code metadata} is, each as soon as it is read. */
    static void each(InputStream body, Consumer<ObjectNode> element) {
        try (JsonParser parser = JSON.createParser(body)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean metadata = parser.currentName().equals("metadata");
                if (parser.nextToken() == JsonToken.START_ARRAY && metadata) {
                    elements(parser, element);
                } else {
                    parser.skipChildren();
                }
            }
        }
    }

    private static void elements(JsonParser parser, Consumer<ObjectNode> element) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (JSON.readTree(parser) instanceof ObjectNode object) {
                element.accept(object);
            }
        }
    }
}
