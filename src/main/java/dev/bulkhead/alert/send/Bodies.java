package dev.bulkhead.alert.send;

import dev.bulkhead.alert.Alert;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Messages as web addresses take them. Names stay text: none is a link, a mention or a piece of formatting. */
final class Bodies {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int SLACK_LENGTH = 3500;
    private static final int TEAMS_LENGTH = 3500;
    private static final int DISCORD_LENGTH = 1900;

    private Bodies() {}

    /** @param link where alerts are seen; "" when that is not known */
    static String of(Form form, Message message, String link) {
        return JSON.writeValueAsString(
                switch (form) {
                    case SLACK -> Map.of("text", text(message, link, Bodies::slack, SLACK_LENGTH));
                    case TEAMS -> teams(message, link);
                    case DISCORD ->
                        Map.of(
                                "content",
                                text(message, link, Bodies::discord, DISCORD_LENGTH),
                                "allowed_mentions",
                                Map.of("parse", List.of()));
                    case JSON, EMAIL -> own(message, link);
                });
    }

    /** As many lines as there is room for. */
    static String text(Message message, String link, UnaryOperator<String> escape, int longest) {
        StringBuilder text = new StringBuilder(escape.apply(message.title()));
        List<String> lines = message.fired().size() + message.ended().size() == 0 ? List.of() : message.lines();
        int told = 0;
        for (String line : lines) {
            String escaped = escape.apply(line);
            if (text.length() + escaped.length() > longest) {
                break;
            }
            text.append("\n").append(escaped);
            told++;
        }
        if (told < lines.size()) {
            text.append("\n… and ").append(lines.size() - told).append(" more");
        }
        return link.isEmpty() ? text.toString() : text + "\n" + link;
    }

    private static String slack(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String discord(String words) {
        return words.replaceAll("([\\\\*_~|`>#\\[\\]()<-])", "\\\\$1");
    }

    /** Its texts know links in square brackets, and stars. */
    private static String card(String words) {
        return words.replaceAll("([\\\\*_\\[\\]])", "\\\\$1");
    }

    private static Map<String, Object> teams(Message message, String link) {
        Map<String, Object> block = Map.of(
                "type",
                "TextBlock",
                "wrap",
                true,
                "text",
                text(message, "", Bodies::card, TEAMS_LENGTH).replace("\n", "\n\n"));
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("type", "AdaptiveCard");
        card.put("version", "1.4");
        card.put("body", List.of(block));
        if (!link.isEmpty()) {
            card.put("actions", List.of(Map.of("type", "Action.OpenUrl", "title", "Open Bulkhead", "url", link)));
        }
        return Map.of(
                "type",
                "message",
                "attachments",
                List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card)));
    }

    private static Map<String, Object> own(Message message, String link) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", message.title());
        body.put("test", message.isTest());
        body.put("link", link);
        body.put(
                "alerts",
                new ArrayList<>(Stream.concat(message.fired().stream(), message.ended().stream())
                        .map(Bodies::own)
                        .toList()));
        return body;
    }

    private static Map<String, @Nullable Object> own(Alert alert) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", alert.id().toString());
        fields.put("state", alert.isFiring() ? "firing" : "over");
        fields.put("rule", alert.ruleName());
        fields.put("signal", alert.signal().name());
        fields.put("kind", alert.subject().kind().name());
        fields.put("subject", alert.subject().id());
        fields.put("name", alert.subject().name());
        fields.put("host", alert.subject().host().value());
        fields.put("value", alert.value());
        fields.put("above", alert.above());
        fields.put("threshold", alert.threshold());
        fields.put("lastedSeconds", alert.lasted().toSeconds());
        fields.put("detail", alert.detail());
        fields.put("firedAt", alert.firedAt().toString());
        Alert.End end = alert.end();
        fields.put("endedAt", end == null ? null : end.at().toString());
        fields.put("endedWhy", end == null ? null : end.why().name());
        fields.put("endedValue", end == null ? null : end.value());
        return fields;
    }
}
