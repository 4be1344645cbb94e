package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import dev.bulkhead.testing.DockerDaemon;
import dev.bulkhead.testing.TestEngines;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** CASES E15: a browser that was offline, or asleep for hours, is brought up to date, and nothing is lost or doubled. */
class OfflineIT extends BrowserTest {

    private static final Duration OFFLINE = Duration.ofSeconds(30);
    private static final String LOST = "Connection to Bulkhead lost";

    private final DockerDaemon docker = TestEngines.docker();
    private Wire wire;

    /** The page under test goes through the wire; the cookie holds for each port of a machine. */
    @BeforeEach
    void openThroughTheWire() throws IOException {
        docker.run("away-app");
        docker.run("away-gone");
        wire = new Wire(ServedApplication.address());
        open(wire.address() + "instances?q=away", "Instances");
        assertThat(names()).hasText(new String[] {"away-app", "away-gone"});
        page.evaluate("() => { window.neverReloaded = true; }");
    }

    @AfterEach
    void clean() throws IOException {
        forgiveLostConnections();
        docker.docker("rm", "--force", "away-app", "away-gone", "away-new");
        wire.close();
    }

    @Test
    void aPageWhoseConnectionWasCutIsTrueAgainWithoutReload() throws IOException {
        wire.cut();
        changeBehindItsBack();
        assertThat(page.getByText(LOST)).isVisible();
        await().pollInSameThread()
                .during(OFFLINE)
                .atMost(OFFLINE.multipliedBy(2))
                .until(() -> page.getByText(LOST).isVisible());

        wire.mend();

        assertTrueAgain();
    }

    @Test
    void aPageThatIsToldThatItIsOfflineIsTrueAgainWithoutReload() throws IOException {
        context.setOffline(true);
        wire.cut();
        changeBehindItsBack();
        assertThat(page.getByText(LOST)).isVisible();

        wire.mend();
        context.setOffline(false);

        assertTrueAgain();
    }

    @Test
    void aPageThatSleptUntilItsSessionEndedSaysSoAndLeadsToSignInAndBack() throws IOException {
        wire.cut();
        ServedApplication.endSession(cookie());
        docker.docker("rm", "--force", "away-gone");
        assertThat(page.getByText(LOST)).isVisible();

        wire.mend();

        assertThat(page.getByText("You are signed out")).isVisible();
        page.getByText("Click here to sign in").click();
        page.locator("input[name=username]").fill(ServedApplication.USER);
        page.locator("input[name=password]").fill(ServedApplication.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Instances");
        assertThat(names()).hasText(new String[] {"away-app"});
    }

    /** Several changes of one, a deletion, a creation; returns when the server knows of all. */
    private void changeBehindItsBack() {
        docker.docker("stop", "--time", "0", "away-app");
        docker.docker("start", "away-app");
        docker.docker("stop", "--time", "0", "away-app");
        docker.docker("rm", "--force", "away-gone");
        docker.run("away-new");
        await().until(() -> listed().equals(List.of("away-app STOPPED", "away-new RUNNING")));
        assertThat(names()).hasText(new String[] {"away-app", "away-gone"});
    }

    /** As the API tells it, which does not go through the wire. */
    private static List<String> listed() {
        JsonNode page = JsonMapper.shared()
                .readTree(ServedApplication.caller()
                        .get("/api/v1/instances?q=away")
                        .body());
        return page.get("items")
                .valueStream()
                .map(item ->
                        item.get("name").asString() + " " + item.get("state").asString())
                .sorted()
                .toList();
    }

    private void assertTrueAgain() {
        assertThat(names()).hasText(new String[] {"away-app", "away-new"});
        assertThat(page.locator("vaadin-grid .state:visible")).hasText(new String[] {"Stopped", "Running"});
        assertThat(page.getByText(LOST)).isHidden();
        // It hears again.
        docker.docker("rm", "--force", "away-new");
        assertThat(names()).hasText(new String[] {"away-app"});
        assertThat(page.evaluate("() => window.neverReloaded")).isEqualTo(true);
    }

    /** The grid keeps rows that it does not need, hidden. */
    private Locator names() {
        return page.locator(".name-cell a:visible");
    }

    private String cookie() {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.equals("bulkhead"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }
}
