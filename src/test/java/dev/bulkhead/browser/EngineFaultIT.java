package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.bulkhead.testing.DockerDaemon;
import dev.bulkhead.testing.EngineDaemon;
import dev.bulkhead.testing.LibvirtDaemon;
import dev.bulkhead.testing.LxdDaemon;
import dev.bulkhead.testing.TestEngines;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** CASES E1, E2, E3: an engine that dies or hangs under an open page is told with its age, and the truth returns without ghosts. */
class EngineFaultIT extends BrowserTest {

    private static final double TEN_SECONDS = 10_000;

    private final LibvirtDaemon libvirt = TestEngines.libvirt();
    private final DockerDaemon docker = TestEngines.docker();
    private final LxdDaemon lxd = TestEngines.lxd();

    /** Whatever a test broke is mended for the next one. */
    @AfterEach
    void allEnginesAnswer() {
        for (EngineDaemon engine : new EngineDaemon[] {libvirt, docker, lxd}) {
            engine.thaw();
            await().atMost(Duration.ofSeconds(60)).until(engine::isUp);
        }
    }

    @Test
    void aKilledLibvirtIsTrueAgainAfterItsRestart() {
        libvirt.defineGuest("fault-vm");
        awaitRow("fault-vm", "Stopped");

        libvirt.kill();
        awaitStale();
        libvirt.start();
        awaitFresh();

        libvirt.virsh("undefine", "--domain", "fault-vm");
        awaitNoRow("fault-vm");
    }

    @Test
    void aKilledDockerIsTrueAgainAfterItsRestart() {
        docker.run("fault-app");
        docker.run("fault-app-2");
        awaitRow("fault-app-2", "Running");
        open("instances?q=fault-app", "Instances");
        assertThat(page.locator(".name-cell a")).hasCount(2);

        docker.kill();
        awaitStale();
        docker.start();
        awaitFresh();
        assertThat(page.locator(".name-cell a")).hasCount(2);

        docker.docker("rm", "--force", "fault-app-2");
        awaitNoRow("fault-app-2");
        docker.docker("rm", "--force", "fault-app");
        awaitNoRow("fault-app");
    }

    @Test
    void aKilledLxdIsTrueAgainAfterItsRestart() {
        lxd.launch("fault-sys");
        awaitRow("fault-sys", "Running");

        lxd.kill();
        awaitStale();
        lxd.start();
        awaitFresh();

        lxd.lxc("delete", "--force", "fault-sys");
        awaitNoRow("fault-sys");
    }

    @Test
    void aSilentEngineIsNoticedWithinTenSecondsAndHoldsUpNobodyElse() {
        docker.run("silent-app");
        lxd.launch("lively-sys");
        awaitRow("silent-app", "Running");
        Page hosts = newTab("hosts");
        Page other = newTab("instances?q=lively-sys");
        assertThat(other.locator(".name-cell a")).hasText("lively-sys");

        docker.freeze();
        assertThat(page.locator(".stale").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(TEN_SECONDS));
        assertThat(hosts.getByText("Not responding").first()).isVisible();

        lxd.lxc("stop", "--force", "lively-sys");
        assertThat(other.locator("vaadin-grid .state").first()).hasText("Stopped");

        docker.thaw();
        page.bringToFront();
        awaitFresh();
        // Heard as before: nothing of the old connection was taken for alive.
        docker.docker("stop", "silent-app");
        awaitState("Stopped");

        docker.docker("rm", "silent-app");
        awaitNoRow("silent-app");
        lxd.lxc("delete", "lively-sys");
    }

    @Test
    void anActionOnAnEngineThatDiesFailsWithTheTruth() {
        docker.run("doomed-app", "--stop-timeout", "120");
        docker.docker("exec", "doomed-app", "true");
        awaitRow("doomed-app", "Running");
        docker.freeze();
        assertThat(page.locator(".stale").first()).isVisible();

        page.getByLabel("Actions for doomed-app").click();
        page.getByText("Shut down", new Page.GetByTextOptions().setExact(true)).click();

        Locator notice = page.locator(".notice.failed");
        assertThat(notice).isVisible();
        assertThat(notice).containsText("nothing was done");
        docker.thaw();
        docker.docker("rm", "--force", "doomed-app");
    }

    private void awaitStale() {
        assertThat(page.locator(".stale").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(TEN_SECONDS));
        assertThat(page.locator(".stale").first()).containsText("stale for");
    }

    private void awaitFresh() {
        Locator stale = page.locator(".stale");
        assertThat(stale).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
    }
}
