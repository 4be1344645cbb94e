package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Takes a picture of every page in both themes and three widths, for people to look at: into {@code src/docs/pictures} with
 * {@code -Dpictures=write}, else below {@code target}. That each page stands without a complaint of the browser's is its test.
 */
class PicturesIT extends BrowserTest {

    private static final List<Integer> WIDTHS = List.of(1440, 1024, 390);

    private static final Path FOLDER =
            Path.of("write".equals(System.getProperty("pictures")) ? "src/docs/pictures" : "target/pictures");

    @Test
    void everyPageStands() {
        try (Scene scene = new Scene()) {
            scene.record(page);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : WIDTHS) {
                    show(width, width == 390 ? 844 : 900, scheme);
                    String suffix = "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
                    open("instances", "Instances");
                    assertThat(name("grafana")).isVisible();
                    take("instances" + suffix);
                    open("instances?view=wall", "Instances");
                    assertThat(page.getByAltText("Screen of web-01")).isVisible();
                    take("wall" + suffix);
                    open(scene.machine(), "web-01");
                    assertThat(page.getByAltText("Screen of web-01")).isVisible();
                    take("instance" + suffix);
                    open(scene.container() + "?tab=usage&range=5m", "grafana");
                    assertThat(page.locator("bulkhead-chart b").first()).hasText(Pattern.compile("\\d"));
                    take("usage" + suffix);
                    open(scene.container() + "?tab=console&kind=exec", "grafana");
                    assertThat(page.locator("bulkhead-terminal")).hasAttribute("state", "open");
                    page.locator("bulkhead-terminal").click();
                    page.keyboard().type("ls -l /\n");
                    ConsoleTest.awaitText(page, "proc");
                    take("console" + suffix);
                    open("consoles", "Consoles");
                    assertThat(page.locator("vaadin-grid").getByText("grafana").first())
                            .isVisible();
                    take("consoles" + suffix);
                    open(ConsoleTest.RECORDINGS, "Consoles");
                    assertThat(ConsoleTest.recording(page, "grafana")).isVisible();
                    take("recordings" + suffix);
                    for (String name : List.of("grafana", "web-01")) {
                        open(ConsoleTest.RECORDINGS, "Consoles");
                        ConsoleTest.recording(page, name).click();
                        assertThat(page.locator("bulkhead-player")).hasAttribute("state", "ended");
                        take("recording-of-" + name + suffix);
                    }
                    takeHosts(suffix);
                    open("tasks", "Tasks");
                    take("tasks" + suffix);
                    open("audit", "Audit");
                    button("Verify now").click();
                    assertThat(page.locator(".verification")).containsText("Unchanged");
                    take("audit" + suffix);
                    open("access?tab=roles", "Access");
                    assertThat(page.getByText("Administrator")).isVisible();
                    take("access-roles" + suffix);
                    open("account", "My account");
                    assertThat(page.locator(".explanations")).containsText("Administrator");
                    take("account" + suffix);
                    open("", "Overview");
                    assertThat(page.locator(".small-table").first()).containsText("Running");
                    take("overview" + suffix);
                }
            }
        }
    }

    private void takeHosts(String suffix) {
        open("hosts", "Hosts");
        assertThat(page.locator(".facts").first()).containsText("Kernel");
        take("hosts" + suffix);
        open("capacity", "Capacity");
        assertThat(page.locator(".room").first()).containsText("registry");
        take("capacity" + suffix);
        open("capacity?tab=fit", "Capacity");
        assertThat(page.locator(".small-table .state").first()).isVisible();
        take("capacity-fit" + suffix);
    }

    private void take(String name) {
        take(page, name);
    }

    static void take(Page page, String name) {
        page.waitForFunction(
                "document.fonts.status === 'loaded' && [...document.images].every(image => image.complete)");
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
