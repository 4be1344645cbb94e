package dev.bulkhead.alert.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.alert.Alert;
import dev.bulkhead.alert.TestRules;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What targets are told, in each form, with names that would like to be more than names. */
class MessageTest {

    private static final String LINK = "https://bulkhead.example/alerts";
    private static final Alert.End END = new Alert.End(Instant.parse("2026-11-26T10:12:00Z"), Alert.Why.CLEARED, 0.5);

    private static JsonNode body(Form form, Message message) {
        return new JsonMapper().readTree(Bodies.of(form, message, LINK));
    }

    @Test
    void theWordsHaveTheNumbersThatFiredAndCleared() {
        Message message =
                new Message(List.of(TestRules.alert("web-01", null)), List.of(TestRules.alert("web-02", END)));

        assertThat(message.title()).isEqualTo("Alerts: 1 firing, 1 over");
        assertThat(message.lines())
                .containsExactly(
                        "Firing: Too busy, web-01: 97.5 % (1.95 of 2.00 CPUs), at or above 90 % for 2 min,"
                                + " since 2026-11-26T10:00:00Z",
                        "Over: Too busy, web-02: it is 50 % now, after 12 min");
        assertThat(new Message(List.of(), List.of(TestRules.alert("web-02", END))).title())
                .isEqualTo("Over: Too busy, web-02");
    }

    @Test
    void ourOwnJsonHasAllNumbers() {
        JsonNode body = body(Form.JSON, new Message(List.of(TestRules.alert("w\"eb", END)), List.of()));
        JsonNode alert = body.path("alerts").path(0);
        assertThat(body.path("link").asString()).isEqualTo(LINK);
        assertThat(alert.path("name").asString()).isEqualTo("w\"eb");
        assertThat(alert.path("state").asString()).isEqualTo("over");
        assertThat(alert.path("value").asDouble()).isEqualTo(0.975);
        assertThat(alert.path("threshold").asDouble()).isEqualTo(0.9);
        assertThat(alert.path("lastedSeconds").asLong()).isEqualTo(120);
        assertThat(alert.path("endedValue").asDouble()).isEqualTo(0.5);
    }

    @Test
    void aNameMentionsNobodyAndLinksNowhere() {
        Message hostile = new Message(
                List.of(TestRules.alert("<!channel> <https://evil|ok> @everyone [a](https://evil) *b*", null)),
                List.of());

        String slack = body(Form.SLACK, hostile).path("text").asString();
        assertThat(slack).contains("&lt;!channel&gt; &lt;https://evil|ok&gt;").doesNotContain("<");
        JsonNode discord = body(Form.DISCORD, hostile);
        assertThat(discord.path("allowed_mentions").path("parse").size()).isZero();
        assertThat(discord.path("content").asString()).contains("\\[a\\]\\(https://evil\\) \\*b\\*");
        String card = body(Form.TEAMS, hostile)
                .path("attachments")
                .path(0)
                .path("content")
                .path("body")
                .path(0)
                .path("text")
                .asString();
        assertThat(card).contains("\\[a\\](https://evil) \\*b\\*");
    }

    @Test
    void manyAreOneMessageThatFits() {
        Message many = new Message(Collections.nCopies(50, TestRules.alert("n".repeat(300), null)), List.of());
        assertThat(body(Form.DISCORD, many).path("content").asString())
                .hasSizeLessThan(2000)
                .contains("Alerts: 50 firing", " more\n" + LINK);
        assertThat(body(Form.SLACK, many).path("text").asString()).hasSizeLessThan(4000);
    }

    @Test
    void mutedHoursMayGoBeyondMidnight() {
        MutedHours night = new MutedHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
        assertThat(List.of(LocalTime.of(22, 0), LocalTime.MIDNIGHT, LocalTime.of(6, 59)))
                .allMatch(night::contains);
        assertThat(List.of(LocalTime.of(21, 59), LocalTime.NOON, LocalTime.of(7, 0)))
                .noneMatch(night::contains);
        MutedHours noon = new MutedHours(LocalTime.of(12, 0), LocalTime.of(13, 0));
        assertThat(noon.contains(LocalTime.of(12, 59))).isTrue();
        assertThat(noon.contains(LocalTime.of(13, 0))).isFalse();
    }
}
