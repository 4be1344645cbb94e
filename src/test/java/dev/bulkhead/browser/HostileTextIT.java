package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.MouseButton;
import dev.bulkhead.testing.DockerDaemon;
import dev.bulkhead.testing.LibvirtDaemon;
import dev.bulkhead.testing.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CASES D1 and D3: other people's text is text, and no longer than the page can bear. */
class HostileTextIT extends BrowserTest {

    private static final String NAME = "<b>x a&b test%";
    private static final String IMAGE = "<img src=x onerror=document.hacked=1>";
    private static final String SCRIPT = "<img src=x onerror=\"document.hacked=1\"><script>document.hacked=1</script>";

    private final LibvirtDaemon libvirt = TestEngines.libvirt();
    private final DockerDaemon docker = TestEngines.docker();

    @Test
    void markupIsTextEverywhere() {
        libvirt.virshWith(domain(NAME), "define");
        try {
            open("instances?q=%3Cb%3Ex", "Instances");
            assertThat(name(NAME)).isVisible();
            name(NAME).click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
            page.getByText("Delete…").click();
            assertThat(page.locator(".victims .name")).hasText(NAME);
            button("Cancel").click();

            name(NAME).click();
            assertThat(page.locator("h1")).hasText(NAME);
            assertThat(page).hasTitle(NAME + " · Bulkhead");
            assertThat(page.locator(".facts")).containsText("<script>document.hacked=1</script>");
            page.keyboard().press("Control+k");
            page.getByLabel("An instance, a page, or an action").fill("<b>x");
            assertThat(page.locator(".palette-line .name").first()).hasText(NAME);

            assertThat(page.evaluate("document.hacked")).isNull();
            assertThat(page.locator("main b, main img")).hasCount(0);
        } finally {
            libvirt.virsh("undefine", "--domain", NAME);
        }
    }

    @Test
    void chartsAndCapacityShowItAsText() {
        libvirt.virshWith(domain(IMAGE), "define");
        libvirt.virsh("start", "--domain", IMAGE, "--paused");
        try {
            String id = "atlas-libvirt."
                    + libvirt.virsh("domuuid", "--domain", IMAGE).strip();
            open("usage", "Usage");
            Locator cell = page.locator("a.heat-cell[href*=\"" + id + "\"]");
            assertThat(cell).hasAccessibleName(Pattern.compile("^<img src=x onerror=document\\.hacked=1>: "));
            cell.hover();
            button("As tables").click();
            assertThat(page.locator("bulkhead-heatmap tbody").getByText(IMAGE)).isVisible();
            open("usage/compare?range=5m&id=" + id, "Compare");
            assertThat(page.locator("bulkhead-chart").first()).containsText(IMAGE);
            open("instances/" + id + "?tab=usage&range=5m", IMAGE);
            assertThat(page.locator("bulkhead-chart b").first()).isVisible();
            for (String tab : List.of("now", "loss", "sizes", "leftover")) {
                open("capacity?tab=" + tab, "Capacity");
            }
            assertThat(page.evaluate("document.hacked")).isNull();
        } finally {
            libvirt.virsh("destroy", "--domain", IMAGE);
            libvirt.virsh("undefine", "--domain", IMAGE);
        }
    }

    @Test
    void hugeLabelsAreCut(@TempDir Path directory) throws IOException {
        StringBuilder labels = new StringBuilder("big=" + "x".repeat(60_000) + "\n");
        for (int i = 0; i < 5_000; i++) {
            labels.append("label").append(i).append("=<b>").append(i).append("</b>\n");
        }
        Path file = Files.writeString(directory.resolve("labels"), labels);
        docker.run("labelled", "--label-file", file.toString());
        try {
            awaitRow("labelled", "Running");
            name("labelled").click();
            page.getByText("Configuration").click();
            assertThat(page.getByText("more.")).isVisible();

            assertThat(page.content().length()).isLessThan(400_000);
        } finally {
            docker.docker("rm", "--force", "labelled");
        }
    }

    private static String domain(String name) {
        return """
                <domain type='qemu'><name>%s</name><title>%s</title><description>%s</description>
                <memory unit='MiB'>64</memory><vcpu>1</vcpu><os><type arch='x86_64' machine='q35'>hvm</type></os></domain>""".formatted(escaped(name), escaped(SCRIPT).replace("\n", ""), escaped(SCRIPT));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
