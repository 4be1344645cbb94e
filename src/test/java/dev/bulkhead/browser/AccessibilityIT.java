package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** axe finds nothing on any page, in either theme. */
class AccessibilityIT extends BrowserTest {

    /** Each violation as its rule and the elements that break it; Vaadin's own line about the connection lies outside of our page. */
    private static final String RUN = """
            async only => (await axe.run({exclude: ['vaadin-connection-indicator']}, {resultTypes: ['violations'], ...only})).violations
              .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(' ')} ${node.failureSummary}`))""";

    private static final Map<String, ?> EVERYTHING = Map.of();
    private static final Map<String, ?> CONTRAST = Map.of("runOnly", List.of("color-contrast"));

    private final SoftAssertions found = new SoftAssertions();

    private static String axe = "";
    private static Scene scene;

    @BeforeAll
    static void prepare() throws IOException {
        try (InputStream source = AccessibilityIT.class.getResourceAsStream("/axe/axe.min.js")) {
            axe = new String(Objects.requireNonNull(source).readAllBytes(), StandardCharsets.UTF_8);
        }
        scene = new Scene();
    }

    @AfterAll
    static void clear() {
        scene.close();
    }

    @Test
    void nothingIsFoundOnAnyPage() {
        lists();
        instances();
        consoles();
        usage();
        open("instances/atlas-libvirt.none", "No such instance");
        check("no such instance");
        open("hosts", "Hosts");
        check("hosts");
        for (String tab : List.of("now", "fit", "trend", "loss", "sizes", "leftover")) {
            open("capacity?tab=" + tab, "Capacity");
            check("capacity: " + tab);
        }
        AssetsIT.PAGES.forEach((path, heading) -> {
            open(path, heading);
            assertThat(page.locator(".name-cell").first()).isVisible();
            check(path);
        });
        open("tasks", "Tasks");
        check("tasks");
        auditAndAccess();
        page.keyboard().press("Control+k");
        assertThat(page.locator(".palette")).isVisible();
        check("palette");
        found.assertAll();
    }

    private void usage() {
        open("usage", "Usage");
        assertThat(page.locator("a.heat-cell[aria-label^=\"grafana:\"]")).isVisible();
        check("usage");
        page.getByText("As tables").click();
        assertThat(page.locator("bulkhead-heatmap td").first()).isVisible();
        check("usage as a table");
        open("usage/compare?range=5m&id=" + scene.container().replace("instances/", ""), "Compare");
        assertThat(page.locator("bulkhead-chart b").first()).isVisible();
        check("compare");
    }

    private void lists() {
        open("", "Overview");
        check("overview");
        open("instances", "Instances");
        assertThat(name("grafana")).isVisible();
        check("instances");
        page.locator("vaadin-grid vaadin-checkbox").nth(1).click();
        check("instances with a selection");
        page.locator(".chip vaadin-button").first().click();
        check("instances with an open filter");
        open("instances?view=wall", "Instances");
        assertThat(page.getByAltText("Screen of web-01")).isVisible();
        check("wall of screens");
        open("instances?q=no-such-thing", "Instances");
        check("nothing found");
    }

    private void instances() {
        for (String tab : List.of("", "?tab=configuration", "?tab=storage", "?tab=network")) {
            open(scene.machine() + tab, "web-01");
            check("instance" + tab);
        }
        for (String tab : List.of("?tab=console&kind=exec", "?tab=logs")) {
            open(scene.container() + tab, "grafana");
            assertThat(page.locator("bulkhead-terminal")).hasAttribute("state", "open");
            check("container" + tab);
        }
        open(scene.machine() + "?tab=console", "web-01");
        assertThat(page.locator("bulkhead-screen")).hasAttribute("state", "open");
        check("screen");
    }

    private void consoles() {
        open("consoles", "Consoles");
        assertThat(page.locator("vaadin-grid").getByText("grafana").first()).isVisible();
        check("consoles");
        scene.record(page);
        open(ConsoleTest.RECORDINGS, "Consoles");
        assertThat(ConsoleTest.recording(page, "grafana")).isVisible();
        check("recordings");
        for (String name : List.of("grafana", "web-01")) {
            open(ConsoleTest.RECORDINGS, "Consoles");
            ConsoleTest.recording(page, name).click();
            assertThat(page.locator("bulkhead-player")).hasAttribute("state", "ended");
            check("recording of " + name);
        }
    }

    private void auditAndAccess() {
        open("audit", "Audit");
        page.locator("vaadin-grid-cell-content")
                .getByText("Open console")
                .first()
                .click();
        assertThat(page.locator(".audit-facts").first()).isVisible();
        check("audit");
        open(scene.container() + "?tab=history", "grafana");
        check("history");
        for (String tab : List.of("people", "groups", "projects", "grants", "roles")) {
            open("access?tab=" + tab, "Access");
            check("access: " + tab);
        }
        for (String dialog : List.of("people:Add person", "grants:Give a role", "roles:Add role")) {
            open("access?tab=" + dialog.split(":")[0], "Access");
            button(dialog.split(":")[1]).click();
            assertThat(page.locator(".access-form").first()).isVisible();
            check(dialog);
        }
        open(scene.machine() + "?tab=access", "web-01");
        check("who may do what with an instance");
        open("account", "My account");
        check("account");
    }

    /** In light all that axe knows; in dark only what the scheme changes. */
    private void check(String where) {
        check(where, EVERYTHING);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        check(where + ", dark", CONTRAST);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private void check(String where, Map<String, ?> rules) {
        // What fades in has no contrast yet.
        page.waitForFunction(STILL);
        page.evaluate(axe);
        found.assertThat((List<?>) page.evaluate(RUN, rules)).as(where).isEmpty();
    }
}
