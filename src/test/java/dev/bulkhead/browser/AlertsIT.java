package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import dev.bulkhead.testing.DockerDaemon;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.HttpSink;
import dev.bulkhead.testing.TestEngines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An alert from what a real container uses, to a real mail server and a real web server, and its end. */
class AlertsIT extends BrowserTest {

    private static final String GUEST = "alarming";
    private static final String API = "/api/v1/alerts/";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DockerDaemon docker = TestEngines.docker();
    private final HttpCaller api = ServedApplication.caller();
    private final HttpSink web = new HttpSink();
    private final List<String> made = new ArrayList<>();

    @AfterEach
    void removeAll() {
        docker.docker("rm", "--force", GUEST);
        made.forEach(path -> api.send("DELETE", path));
        web.close();
    }

    private void make(String what, String body) {
        JsonNode answer =
                new JsonMapper().readTree(api.postJson(API + what, body).body());
        made.add(API + what + "/" + answer.path("id").asString());
    }

    @Test
    void aBusyContainerIsToldOfByMailAndWebhookAndSoIsItsRest() {
        docker.run(GUEST, "--cpus", "0.2", "--memory", "64m");
        String id = docker.docker("inspect", "--format", "{{.Id}}", GUEST).strip();
        make("targets", """
                {"name":"On call","form":"EMAIL","address":"oncall@example.org"}""");
        make("targets", """
                {"name":"Operations chat","form":"JSON","address":"%s/hook"}""".formatted(web.address()));
        make("rules", """
                {"name":"Busy","signal":"INSTANCE_CPU","place":"INSTANCE","placeId":"atlas-docker.%s","threshold":0.8,
                 "clearing":0.3,"holdSeconds":4,"clearSeconds":4}""".formatted(id));
        docker.docker("exec", "--detach", GUEST, "sh", "-c", "while :; do :; done");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told("firing")).hasSize(1));
        JsonNode fired = told("firing").getFirst();
        assertThat(fired.path("value").asDouble()).isBetween(0.8, 1.2);
        assertThat(fired.path("lastedSeconds").asLong()).isBetween(4L, 8L);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mails("Firing: Busy, " + GUEST)).isEqualTo(1));
        showWhatFires();

        docker.pause(GUEST);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told("over")).hasSize(1));
        assertThat(told("over").getFirst().path("endedValue").asDouble()).isLessThan(0.3);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mails("Over: Busy, " + GUEST)).isEqualTo(1));
        assertThat(told("firing")).hasSize(1);
        open("alerts?tab=history", "Alerts");
        assertThat(page.locator("vaadin-grid").getByText("Over").first()).isVisible();
        page.locator(".alerts-page").getByText("Firing now").click();
        assertThat(page.locator(".alerts-page")).not().containsText(GUEST);
    }

    /** Each page with something in it, also as pictures for people to look at. */
    private void showWhatFires() {
        open("alerts", "Alerts");
        assertThat(page.locator("vaadin-grid").getByText(GUEST).first()).isVisible();
        PicturesIT.take(page, "alerts");
        open("alerts?tab=rules", "Alerts");
        assertThat(page.locator("vaadin-grid").getByText("Busy").first()).isVisible();
        PicturesIT.take(page, "alerts-rules");
        open("alerts?tab=targets", "Alerts");
        assertThat(page.locator("vaadin-grid").getByText("On call").first()).isVisible();
        PicturesIT.take(page, "alerts-targets");
        open("", "Overview");
        Locator bell = page.locator(".bell vaadin-menu-bar-button").first();
        assertThat(page.locator(".bell-count")).hasText(Pattern.compile("[1-9]"));
        bell.click();
        assertThat(page.locator("vaadin-menu-bar-item").getByText(GUEST)).isVisible();
        PicturesIT.take(page, "alerts-bell");
        page.locator("vaadin-menu-bar-item").getByText(GUEST).click();
        page.waitForURL(Pattern.compile("/instances/atlas-docker\\."));
        open("alerts?tab=rules", "Alerts");
        button("Add rule").click();
        assertThat(page.getByText("New rule")).isVisible();
        PicturesIT.take(page, "alerts-rule-dialog");
    }

    private List<JsonNode> told(String state) {
        List<JsonNode> told = new ArrayList<>();
        web.posts()
                .forEach(post -> new JsonMapper()
                        .readTree(post.body())
                        .path("alerts")
                        .forEach(alert -> {
                            if (alert.path("name").asString().equals(GUEST)
                                    && alert.path("state").asString().equals(state)) {
                                told.add(alert);
                            }
                        }));
        return told;
    }

    private static long mails(String words) {
        return ServedApplication.mail().mails().stream()
                .filter(mail -> mail.contains(words))
                .count();
    }
}
