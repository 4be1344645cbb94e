package dev.bulkhead.docker;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Cuts what containers, images and their makers wrote to a size that can be kept and shown. */
final class Text {

    /** Characters of one label, name or command. */
    static final int LONGEST = 4096;

    static final int MOST_LABELS = 200;

    private Text() {}

    static String of(JsonNode node) {
        return cut(node.asString(""), LONGEST);
    }

    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    static Map<String, String> labels(JsonNode labels) {
        Map<String, String> cut = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> label : labels.properties()) {
            if (cut.size() == MOST_LABELS) {
                break;
            }
            cut.put(cut(label.getKey(), LONGEST), of(label.getValue()));
        }
        return cut;
    }
}
