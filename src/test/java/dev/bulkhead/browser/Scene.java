package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.bulkhead.testing.DockerDaemon;
import dev.bulkhead.testing.LibvirtDaemon;
import dev.bulkhead.testing.LxdDaemon;
import dev.bulkhead.testing.TestEngines;

/** A few guests of every kind and state, for tests that look at pages as a whole. Removes them when it is closed. */
final class Scene implements AutoCloseable {

    /** How the address of the page of a virtual machine begins; its UUID follows. */
    private static final String MACHINES = "instances/atlas-libvirt.";

    private static final String RECORDS_PICTURES = """
            async () => (await (await fetch(new URL('api/v1/recordings', document.baseURI))).json())
              .some(each => each.kind === 'SCREEN' && each.endedAt === null && each.bytes > 1000)""";

    private final LibvirtDaemon libvirt = TestEngines.libvirt();
    private final DockerDaemon docker = TestEngines.docker();
    private final LxdDaemon lxd = TestEngines.lxd();

    Scene() {
        libvirt.defineGuest("web-01");
        libvirt.virsh("start", "--domain", "web-01", "--paused");
        libvirt.defineGuest("debian-13-template");
        docker.run("grafana", "--label", "com.docker.compose.project=ops", "--memory", "256m", "--cpus", "0.5");
        docker.run("registry", "--label", "com.docker.compose.project=build");
        docker.run("nightly-backup", "--label", "com.docker.compose.project=ops");
        docker.docker("stop", "nightly-backup");
        lxd.launch("ci-runner-1");
        lxd.launch("student-bo");
        lxd.lxc("stop", "--force", "student-bo");
    }

    /** The address of the page of {@code web-01}. */
    String machine() {
        return MACHINES + libvirt.virsh("domuuid", "--domain", "web-01").strip();
    }

    /** The address of the page of {@code grafana}. */
    String container() {
        return "instances/atlas-docker."
                + docker.docker("inspect", "--format", "{{.Id}}", "grafana").strip();
    }

    /** Has a shell in {@code grafana} and the screen of {@code web-01} recorded, by whoever is signed in on the page. */
    void record(Page page) {
        page.navigate(container() + "?tab=console&kind=exec");
        assertThat(page.locator("bulkhead-terminal")).hasAttribute("state", "open");
        ConsoleTest.record(page, true);
        page.locator("bulkhead-terminal").click();
        page.keyboard().type("ls -l /\n");
        ConsoleTest.awaitText(page, "proc");
        ConsoleTest.record(page, false);
        page.navigate(machine() + "?tab=console");
        assertThat(page.locator("bulkhead-screen")).hasAttribute("state", "open");
        ConsoleTest.record(page, true);
        page.waitForCondition(() -> page.evaluate(RECORDS_PICTURES).equals(true));
        ConsoleTest.record(page, false);
    }

    @Override
    public void close() {
        libvirt.virsh("destroy", "--domain", "web-01");
        libvirt.virsh("undefine", "--domain", "web-01");
        libvirt.virsh("undefine", "--domain", "debian-13-template");
        docker.docker("rm", "--force", "grafana", "registry", "nightly-backup");
        lxd.lxc("delete", "--force", "ci-runner-1", "student-bo");
    }
}
