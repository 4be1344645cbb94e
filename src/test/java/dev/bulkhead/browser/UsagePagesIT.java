package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.bulkhead.testing.DockerDaemon;
import dev.bulkhead.testing.TestEngines;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What many instances use: heat map, busiest, small lines, side by side; of a real container that burns and one that rests. */
class UsagePagesIT extends BrowserTest {

    private static final String BURNER = "heat-burner";
    private static final String IDLER = "heat-idler";

    private final DockerDaemon docker = TestEngines.docker();

    @BeforeEach
    void burn() {
        docker.run(BURNER, "--cpus", "0.2", "--memory", "64m");
        docker.docker("exec", "--detach", BURNER, "sh", "-c", "while :; do :; done");
        docker.run(IDLER, "--cpus", "0.2", "--memory", "64m");
    }

    @AfterEach
    void removeGuests() {
        docker.docker("rm", "--force", BURNER, IDLER);
    }

    @Test
    void theBurnerIsHotAndOneClickAway() {
        open("usage", "Usage");
        assertThat(cell(BURNER)).hasAttribute("data-level", "5");
        assertThat(cell(BURNER)).hasAccessibleName(Pattern.compile(BURNER + ": 0\\.(19|2|20|21) of 0\\.2 \\(.*%\\)"));
        assertThat(cell(IDLER)).hasAttribute("data-level", "0");
        button("As tables").click();
        assertThat(page.locator("bulkhead-heatmap tbody tr").first()).containsText(BURNER);
        button("As a map").click();
        cell(BURNER).click();
        assertThat(page.locator("h1")).hasText(BURNER);
        page.goBack();
        assertThat(cell(BURNER)).isVisible();

        open("", "Overview");
        Locator busiest = page.locator(".card").filter(new Locator.FilterOptions().setHasText("Busiest"));
        assertThat(busiest.locator("tr").first()).containsText(BURNER);
    }

    @Test
    void chosenOnesAreComparedAndTheAddressKeepsThem() {
        open("instances?q=heat-", "Instances");
        assertThat(name(IDLER)).isVisible();
        page.locator("vaadin-grid vaadin-checkbox").nth(1).click();
        page.locator("vaadin-grid vaadin-checkbox").nth(2).click();
        page.locator(".selection-bar").getByText("Compare use").click();

        assertThat(page.locator("h1")).hasText("Compare");
        // The address follows the page.
        page.waitForURL(Pattern.compile(".*id=.*&.*"));
        String shared = page.url();
        assertThat(page.locator("bulkhead-chart").first()).containsText(BURNER);
        assertThat(page.locator("bulkhead-chart").first()).containsText(IDLER);
        page.navigate(shared);
        assertThat(page.locator("bulkhead-chart")).hasCount(4);
        assertThat(page.locator("bulkhead-chart").first()).containsText(IDLER);
    }

    @Test
    void everyPageStands() {
        try (Scene scene = new Scene()) {
            open("usage", "Usage");
            assertThat(cell(BURNER)).hasAttribute("data-level", "5");
            PicturesIT.take(page, "heat");
            open("instances", "Instances");
            assertThat(name("grafana")).isVisible();
            PicturesIT.take(page, "lines");
            open("usage/compare?range=5m" + ids(BURNER, IDLER, "grafana"), "Compare");
            assertThat(page.locator("bulkhead-chart b").first()).hasText(Pattern.compile("\\d"));
            PicturesIT.take(page, "compare");
            open("instances/" + id("grafana") + "?tab=usage&range=5m", "grafana");
            assertThat(page.locator("bulkhead-chart b").first()).hasText(Pattern.compile("\\d"));
            PicturesIT.take(page, "marks");
            open("", "Overview");
            assertThat(page.locator(".small-table").first()).containsText("Running");
            PicturesIT.take(page, "busiest");
        }
    }

    private Locator cell(String name) {
        return page.locator("a.heat-cell[aria-label^=\"" + name + ":\"]");
    }

    private String ids(String... names) {
        StringBuilder ids = new StringBuilder();
        for (String name : names) {
            ids.append("&id=").append(id(name));
        }
        return ids.toString();
    }

    private String id(String name) {
        return "atlas-docker."
                + docker.docker("inspect", "--format", "{{.Id}}", name).strip();
    }
}
