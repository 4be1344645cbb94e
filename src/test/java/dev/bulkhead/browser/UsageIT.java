package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import dev.bulkhead.testing.DockerDaemon;
import dev.bulkhead.testing.TestEngines;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Charts of what a real container uses. */
class UsageIT extends BrowserTest {

    private static final String GUEST = "burner";
    private static final double LIMIT = 0.2;
    private static final int HEAD_AND_TWO = 3;

    private final DockerDaemon docker = TestEngines.docker();

    @AfterEach
    void removeGuest() {
        docker.docker("rm", "--force", GUEST);
    }

    @Test
    void aBurnerShowsWhatItBurnsAndRestsWhenItIsPaused() {
        String path = burn();
        openCharts(path);
        Locator cpu = page.locator("bulkhead-chart").first();
        page.waitForCondition(() -> Math.abs(told(cpu) - LIMIT) <= LIMIT / 10);
        assertThat(page.locator("bulkhead-chart").nth(1)).containsText("MiB");
        docker.pause(GUEST);
        page.waitForCondition(() -> told(cpu) == 0);
    }

    @Test
    void aStretchIsZoomedIntoAndTheAddressKeepsIt() {
        String path = burn();
        // Points lie ten seconds apart: with three, the first readings are older than what is left out at the right.
        page.waitForCondition(() -> csv(path).lines().count() > HEAD_AND_TWO);
        openCharts(path);
        Locator over = page.locator("bulkhead-chart .u-over").first();
        over.scrollIntoViewIfNeeded();
        BoundingBox box = over.boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + 40);
        page.mouse().down();
        page.mouse().move(box.x + box.width - 5, box.y + 60);
        page.mouse().up();

        page.waitForURL(Pattern.compile("tab=usage&.*from=.*to=|tab=usage&.*to=.*from="));
        String shared = page.url();
        button("As tables").click();
        assertThat(page.locator("bulkhead-chart .numbers td").first()).not().isEmpty();
        page.navigate(shared);
        assertThat(page.locator("vaadin-select")).containsText("Zoomed in");
        page.goBack();
    }

    @Test
    void aMachineShowsWhatAllOfItUses() {
        burn();
        open("hosts", "Hosts");
        page.getByText("Use over time").click();
        Locator charts = page.locator("bulkhead-chart");
        assertThat(charts.first().locator("b").first()).hasText(Pattern.compile("\\d"));
        page.waitForCondition(() -> told(charts.first()) > LIMIT / 2);
        assertThat(charts.nth(1)).containsText("GiB");
        PicturesIT.take(page, "machine");
    }

    @Test
    void theTableForSpreadsheetsHasTheSameNumbers() {
        String path = burn();
        openCharts(path);
        String csv = csv(path);

        assertThat(csv.lines().findFirst().orElse("")).startsWith("\"time\",\"cpu_time\",\"cpu_time_max\"");
        assertThat(csv.lines().count()).isGreaterThan(1);
    }

    private static String csv(String path) {
        return ServedApplication.caller().get("/api/v1/" + path + "/usage.csv").body();
    }

    /** @return the address of the guest's page */
    private String burn() {
        docker.run(GUEST, "--cpus", String.valueOf(LIMIT), "--memory", "64m");
        docker.docker("exec", "--detach", GUEST, "sh", "-c", "while :; do :; done");
        return "instances/atlas-docker."
                + docker.docker("inspect", "--format", "{{.Id}}", GUEST).strip();
    }

    private void openCharts(String path) {
        open(path + "?tab=usage&range=5m", GUEST);
        assertThat(page.locator("bulkhead-chart canvas").first()).isVisible();
        assertThat(page.locator("bulkhead-chart").first().locator("b")).hasText(Pattern.compile("\\d"));
    }

    /** The number that a chart's first line has now. */
    private static double told(Locator chart) {
        String text = chart.locator("b").first().textContent();
        return text.matches("[\\d.]+") ? Double.parseDouble(text) : Double.NaN;
    }
}
