package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.bulkhead.testing.LibvirtDaemon;
import dev.bulkhead.testing.TestEngines;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real machines' screens in small: they show what the guest shows, while somebody sees them. */
class ThumbnailsIT extends BrowserTest {

    private static final String MACHINE = "small-screen";
    private static final String BESIDE = "small-screen-2";

    private final LibvirtDaemon libvirt = TestEngines.libvirt();

    @BeforeEach
    void start() {
        libvirt.startGuest(MACHINE);
        libvirt.startGuest(BESIDE);
    }

    @AfterEach
    void remove() {
        for (String name : List.of(MACHINE, BESIDE)) {
            libvirt.virsh("destroy", "--domain", name);
            libvirt.virsh("undefine", "--domain", name);
        }
    }

    @Test
    void theWallIsLiveAndLeadsToTheConsole() {
        open("instances?q=small-screen", "Instances");
        button("Wall").click();
        page.waitForURL("**view=wall*");
        awaitPicture(MACHINE);
        String before = picture(MACHINE).getAttribute("src");

        // A key makes the guest's console show what it did not show before.
        libvirt.virsh("send-key", "--domain", MACHINE, "KEY_A", "KEY_B", "KEY_ENTER");
        assertThat(picture(MACHINE)).not().hasAttribute("src", before);

        picture(MACHINE).click();
        assertThat(page.locator("h1")).hasText(MACHINE);
        assertThat(page.locator("bulkhead-screen")).hasAttribute("state", "open");
        awaitPicture(MACHINE);
    }

    @Test
    void theHeaderShowsTheScreenUntilTheMachineStops() {
        open(
                "instances/atlas-libvirt."
                        + libvirt.virsh("domuuid", "--domain", MACHINE).strip(),
                MACHINE);
        awaitPicture(MACHINE);

        libvirt.virsh("destroy", "--domain", MACHINE);

        assertThat(page.locator(".instance-header bulkhead-thumbnails")).isHidden();
        libvirt.virsh("start", "--domain", MACHINE);
        awaitPicture(MACHINE);
    }

    private Locator picture(String machine) {
        return page.getByAltText("Screen of " + machine, new Page.GetByAltTextOptions().setExact(true));
    }

    /** Waits for a picture that the browser could decode. */
    private void awaitPicture(String machine) {
        assertThat(picture(machine)).isVisible();
        page.waitForFunction(
                "name => [...document.querySelectorAll('.thumbnail img')]"
                        + ".some(image => image.alt === name && image.complete && image.naturalWidth > 100)",
                "Screen of " + machine);
    }
}
