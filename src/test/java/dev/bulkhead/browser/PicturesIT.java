package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.bulkhead.common.HostId;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.metrics.TestHistory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Takes a picture of every page in both themes and three widths, for people to look at: into {@code src/docs/pictures} with
 * {@code -Dpictures=write}, else below {@code target}. That each page stands without a complaint of the browser's is its test.
 */
class PicturesIT extends BrowserTest {

    private static final int NARROW = 390;
    private static final int DAYS = 20;
    private static final double GIB = 1L << 30;
    private static final List<Integer> WIDTHS = List.of(1440, 1024, NARROW);

    private static final String STANDS =
            "document.fonts.status === 'loaded' && [...document.images].every(image => image.complete) && " + ANSWERED
                    + " && " + STILL;

    /** Nothing lies beside a phone's screen, but for what boxes in the page scroll by themselves. */
    private static final String FITS =
            "() => { const page = document.querySelector('main'); return page.scrollWidth <= page.clientWidth; }";

    private static final Path FOLDER =
            Path.of("write".equals(System.getProperty("pictures")) ? "src/docs/pictures" : "target/pictures");

    @Test
    void everyPageStands() {
        try (Scene scene = new Scene()) {
            scene.record(page);
            takeInstances(scene);
            takeConsoles(scene);
            takeHosts();
            takePeople();
            open("tasks", "Tasks");
            take("tasks");
            open("", "Overview");
            assertThat(page.locator(".small-table").first()).containsText("Running");
            assertThat(page.locator(".machine-figure .number").first()).hasText(Pattern.compile("\\d"));
            takeFitting("overview");
        }
    }

    private void takeInstances(Scene scene) {
        open("instances", "Instances");
        assertThat(name("grafana")).isVisible();
        take("instances");
        open("instances?view=wall", "Instances");
        assertThat(page.getByAltText("Screen of web-01")).isVisible();
        take("wall");
        open(scene.machine(), "web-01");
        assertThat(page.getByAltText("Screen of web-01")).isVisible();
        take("instance");
        open(scene.container() + "?tab=usage&range=5m", "grafana");
        assertThat(page.locator("bulkhead-chart b").first()).hasText(Pattern.compile("\\d"));
        take("usage");
    }

    private void takeConsoles(Scene scene) {
        open(scene.container() + "?tab=console&kind=exec", "grafana");
        assertThat(page.locator("bulkhead-terminal")).hasAttribute("state", "open");
        page.locator("bulkhead-terminal").click();
        page.keyboard().type("ls -l /\n");
        ConsoleTest.awaitText(page, "proc");
        take("console");
        open("consoles", "Consoles");
        assertThat(page.locator("vaadin-grid").getByText("grafana").first()).isVisible();
        take("consoles");
        open(ConsoleTest.RECORDINGS, "Consoles");
        assertThat(ConsoleTest.recording(page, "grafana")).isVisible();
        take("recordings");
        for (String name : List.of("grafana", "web-01")) {
            open(ConsoleTest.RECORDINGS, "Consoles");
            ConsoleTest.recording(page, name).click();
            assertThat(page.locator("bulkhead-player")).hasAttribute("state", "ended");
            take("recording-of-" + name);
        }
    }

    private void takeHosts() {
        open("hosts", "Hosts");
        assertThat(page.locator(".facts").first()).containsText("Kernel");
        take("hosts");
        AssetsIT.PAGES.forEach((path, heading) -> {
            open(path, heading);
            assertThat(page.locator(".name-cell").first()).isVisible();
            takeFitting(path);
        });
        open("capacity", "Capacity");
        assertThat(page.locator(".room").first()).containsText("registry");
        takeFitting("capacity");
        open("capacity?tab=fit", "Capacity");
        assertThat(page.locator(".small-table .state").first()).isVisible();
        takeFitting("capacity-fit");
        growInto();
        for (String tab : List.of("trend", "loss", "sizes")) {
            open("capacity?tab=" + tab, "Capacity");
            assertThat(page.locator(".tab-body .card, .tab-body .empty-state").first())
                    .isVisible();
            takeFitting("capacity-" + tab);
        }
    }

    /** As if the machine had filled up for twenty days: its storage steadily, its memory by fits and starts; too slowly for an alert. */
    private static void growInto() {
        HostId atlas = new HostId("atlas");
        TestHistory history = new TestHistory(ServedApplication.context());
        history.ofMachine(
                atlas,
                DAYS,
                Map.of(
                        Meter.CPU_PROMISED, days -> -days * 10,
                        Meter.MEMORY_USED, days -> -GIB * (days / 20 + Math.sin(Math.floor(days) * 7) / 4),
                        Meter.MEMORY_PROMISED, days -> 0,
                        Meter.STORAGE_USED, days -> -GIB / 16 * (days + Math.sin(Math.floor(days) * 7) * 2)));
        history.ofPlaces(atlas, DAYS, days -> -GIB / 16 * (days + Math.sin(Math.floor(days) * 7) * 2));
    }

    private void takePeople() {
        open("audit", "Audit");
        button("Verify now").click();
        assertThat(page.locator(".verification")).containsText("Unchanged");
        take("audit");
        open("access?tab=roles", "Access");
        assertThat(page.getByText("Administrator")).isVisible();
        take("access-roles");
        open("account", "My account");
        assertThat(page.locator(".explanations")).containsText("Administrator");
        takeFitting("account");
    }

    private void takeFitting(String name) {
        take(name);
        page.setViewportSize(NARROW, 844);
        page.waitForFunction(FITS);
        page.setViewportSize(1440, 900);
    }

    private void take(String name) {
        take(page, name);
    }

    /** Takes the page as it stands, in both themes and all widths; leaves it light and wide. */
    static void take(Page page, String name) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, width == NARROW ? 844 : 900);
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.waitForFunction(STANDS);
                String theme = scheme.name().toLowerCase(Locale.ROOT);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(FOLDER.resolve("%s-%s-%d.png".formatted(name, theme, width))));
            }
        }
        page.setViewportSize(1440, 900);
    }
}
