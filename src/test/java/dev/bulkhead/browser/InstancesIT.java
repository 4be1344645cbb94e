package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.MouseButton;
import dev.bulkhead.testing.DockerDaemon;
import dev.bulkhead.testing.LibvirtDaemon;
import dev.bulkhead.testing.LxdDaemon;
import dev.bulkhead.testing.TestEngines;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What others do to instances shows on an open page, and what the page asks for is done. */
class InstancesIT extends BrowserTest {

    private final LibvirtDaemon libvirt = TestEngines.libvirt();
    private final DockerDaemon docker = TestEngines.docker();
    private final LxdDaemon lxd = TestEngines.lxd();

    @Test
    void whatVirshDoesShowsWithoutReload() {
        open("instances?q=live-vm", "Instances");
        assertThat(page.getByText("Nothing matches the filter")).isVisible();

        libvirt.defineGuest("live-vm");
        assertThat(name("live-vm")).isVisible();
        awaitState("Stopped");
        // Paused from its first instruction: an emulated guest that boots would cost a core.
        libvirt.virsh("start", "--domain", "live-vm", "--paused");
        awaitState("Paused");
        libvirt.virsh("resume", "--domain", "live-vm");
        awaitState("Running");
        libvirt.virsh("suspend", "--domain", "live-vm");
        awaitState("Paused");
        libvirt.virsh("destroy", "--domain", "live-vm");
        awaitState("Stopped");
        libvirt.virsh("undefine", "--domain", "live-vm");
        awaitNoRow("live-vm");
    }

    @Test
    void whatDockerDoesShowsWithoutReload() {
        open("instances?q=live-app", "Instances");
        assertThat(page.getByText("Nothing matches the filter")).isVisible();

        docker.run("live-app");
        assertThat(name("live-app")).isVisible();
        awaitState("Running");
        docker.docker("stop", "live-app");
        awaitState("Stopped");
        docker.docker("rm", "live-app");
        awaitNoRow("live-app");
    }

    @Test
    void whatLxcDoesShowsWithoutReload() {
        open("instances?q=live-sys", "Instances");
        assertThat(page.getByText("Nothing matches the filter")).isVisible();

        lxd.launch("live-sys");
        assertThat(name("live-sys")).isVisible();
        awaitState("Running");
        lxd.lxc("stop", "--force", "live-sys");
        awaitState("Stopped");
        lxd.lxc("delete", "live-sys");
        awaitNoRow("live-sys");
    }

    @Test
    void theAddressHoldsFilterAndOrderAndBackWorks() {
        docker.run("addr-b");
        docker.run("addr-a");
        open("instances?q=addr-&sort=-name", "Instances");
        assertThat(names()).hasText(new String[] {"addr-b", "addr-a"});

        page.locator("vaadin-grid-sorter")
                .filter(new Locator.FilterOptions().setHasText("Name"))
                .click();
        assertThat(page).hasURL(Pattern.compile("instances\\?q=addr-$"));
        assertThat(names()).hasText(new String[] {"addr-a", "addr-b"});

        page.goBack();
        assertThat(names()).hasText(new String[] {"addr-b", "addr-a"});

        page.getByLabel("Filter by name, address, label").fill("addr-a");
        assertThat(page).hasURL(Pattern.compile("q=addr-a"));
        assertThat(names()).hasText(new String[] {"addr-a"});
        page.reload();
        assertThat(names()).hasText(new String[] {"addr-a"});
        docker.docker("rm", "--force", "addr-a", "addr-b");
    }

    @Test
    void manyAreActedOnAtOnce() {
        docker.run("bulk-1");
        docker.run("bulk-2");
        open("instances?q=bulk-", "Instances");
        assertThat(names()).hasCount(2);

        page.locator("vaadin-grid vaadin-checkbox").first().click();
        Locator bar = page.getByRole(AriaRole.TOOLBAR);
        assertThat(bar).containsText("2 selected");
        bar.getByText("Pause 2").click();

        assertThat(page.locator("vaadin-grid .state")).hasText(new String[] {"Paused", "Paused"});
        assertThat(bar).containsText("Resume 2");
        docker.docker("rm", "--force", "bulk-1", "bulk-2");
    }

    @Test
    void deletingAsksAndNamesTheVictim() {
        docker.run("victim");
        docker.docker("stop", "victim");
        awaitRow("victim", "Stopped");

        name("victim").click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        page.getByText("Delete…").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Delete victim?");
        button("Cancel").click();
        assertThat(name("victim")).isVisible();

        page.getByLabel("Actions for victim").click();
        page.getByText("Delete…").click();
        button("Delete").click();
        awaitNoRow("victim");
    }

    @Test
    void ofTwoAdministratorsOneIsTold() {
        docker.run("contested");
        docker.docker("stop", "contested");
        awaitRow("contested", "Stopped");
        name("contested").click();
        assertThat(page.locator("h1")).hasText("contested");
        Page other = newTab(page.url());
        other.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Delete…"))
                .click();
        assertThat(other.getByRole(AriaRole.DIALOG)).containsText("Delete contested?");

        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Delete…"))
                .click();
        button("Delete").click();

        assertThat(page.getByText("This instance was deleted")).isVisible();
        assertThat(other.getByRole(AriaRole.DIALOG)).containsText("deleted elsewhere");
        assertThat(other.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Delete").setExact(true)))
                .isDisabled();
    }

    @Test
    void enterOpensAndThePaletteFinds() {
        docker.run("found-me");
        open("", "Overview");

        page.keyboard().press("Control+k");
        page.getByLabel("An instance, a page, or an action").fill("found-me");
        assertThat(page.locator(".palette-line .name").first()).hasText("found-me");
        page.keyboard().press("Enter");

        assertThat(page.locator("h1")).hasText("found-me");
        docker.docker("rm", "--force", "found-me");
        assertThat(page.getByText("This instance was deleted")).isVisible();
    }

    /** All names in the list, without the rows that the grid keeps for later. */
    private Locator names() {
        return page.locator(".name-cell a:visible");
    }
}
