package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Shells, main processes, serial lines and logs of real guests. */
class TerminalsIT extends ConsoleTest {

    /** Of a test that failed, too: what it left would fail it again. */
    @AfterEach
    void removeGuests() {
        docker.docker("ps", "--all", "--quiet", "--filter", "name=-app$")
                .lines()
                .forEach(id -> docker.docker("rm", "--force", id));
        lxd.lxc("list", "--format", "csv", "--columns", "n")
                .lines()
                .filter("shell-sys"::equals)
                .forEach(name -> lxd.lxc("delete", "--force", name));
    }

    @Test
    void aShellInAContainerOutlivesTheReload() {
        docker.run("shell-app");
        openConsole("shell-app", "exec");
        terminal().click();
        type("KEPT=me; echo $((6 * 7))-answer");
        awaitText("42-answer");

        page.reload();
        awaitOpen();
        awaitText("42-answer");
        terminal().click();
        type("echo still-$KEPT");
        awaitText("still-me");
        type("exit 3");
        assertThat(page.getByText("exit code 3")).isVisible();
    }

    @Test
    void aContainersMainProcessIsJoined() {
        docker.docker("run", "-d", "-i", "-t", "--network", "none", "--name", "main-app", "busybox:local", "sh");
        openConsole("main-app", "attach");
        terminal().click();
        type("echo $((8 * 8))-main");
        awaitText("64-main");
    }

    @Test
    void aSystemContainersConsoleAndShellAreUsed() {
        lxd.launch("shell-sys");
        openConsole("shell-sys", "exec");
        terminal().click();
        type("echo shell-$((6 * 7))");
        awaitText("shell-42");

        page.locator("[data-kind=console]").click();
        // The shell's terminal is open too until the other takes its place.
        page.waitForFunction("!document.querySelector('bulkhead-terminal')?.text().includes('shell-42')");
        awaitOpen();
        terminal().click();
        type("");
        type("echo console-$((7 * 7))");
        awaitText("console-49");
    }

    @Test
    void aLogIsFollowed() {
        docker.docker(
                "run",
                "-d",
                "--network",
                "none",
                "--name",
                "log-app",
                "busybox:local",
                "sh",
                "-c",
                "echo first; while [ ! -e /go ]; do sleep 0.2; done; echo second; sleep 1000");
        open("instances?q=log-app", "Instances");
        name("log-app").dblclick();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Logs"))
                .click();
        awaitOpen();
        awaitText("first");
        docker.docker("exec", "log-app", "touch", "/go");
        awaitText("second");
    }

    @Test
    void twoPeopleShareAConsoleAndOneTypes() {
        docker.docker("run", "-d", "-i", "-t", "--network", "none", "--name", "pair-app", "busybox:local", "sh");
        openConsole("pair-app", "attach");
        terminal().click();
        type("echo one");
        Page other = newTab(page.url());
        assertThat(other.locator("bulkhead-terminal")).hasAttribute("state", "open");
        assertThat(other.getByText("in control")).isVisible();
        assertThat(page.getByText("watching")).isVisible();

        other.locator("bulkhead-terminal").click();
        other.keyboard().type("echo intruder\n");
        other.getByText("Ask for control").click();
        page.getByText("Hand over").click();
        assertThat(other.getByText("Ask for control")).isHidden();
        other.locator("bulkhead-terminal").click();
        other.keyboard().type("echo $((5 * 5))-two\n");
        awaitText("25-two");
        org.assertj.core.api.Assertions.assertThat(text()).doesNotContain("intruder");
    }

    @Test
    void signingOutInAnotherTabEndsTheConsole() {
        docker.run("sign-app");
        openConsole("sign-app", "exec");
        Page other = newTab("consoles");
        assertThat(other.locator("vaadin-grid").getByText("sign-app").first()).isVisible();
        other.getByLabel("User " + ServedApplication.USER).click();
        other.getByText("Sign out").click();
        assertThat(page.getByText("You have signed out")).isVisible();
        forgiveLostConnections();
    }

    @Test
    void aKilledEngineIsToldAndTheShellIsNewAfterItsReturn() {
        docker.run("killed-app");
        openConsole("killed-app", "exec");
        docker.kill();
        Locator notice = page.locator("bulkhead-terminal .notice");
        try {
            assertThat(notice.getByText("That console has ended; open a new one"))
                    .isVisible();
        } finally {
            docker.start();
        }
        docker.docker("start", "killed-app");
        awaitOpenBy(notice);
        terminal().click();
        type("echo back-$((3 + 3))");
        awaitText("back-6");
    }

    @Test
    void aContainersRestartIsToldAndTheNextShellIsNew() {
        docker.run("restart-app");
        openConsole("restart-app", "exec");
        terminal().click();
        type("echo before-$((1 + 1))");
        awaitText("before-2");
        docker.docker("restart", "--time", "0", "restart-app");
        Locator notice = page.locator("bulkhead-terminal .notice");
        assertThat(notice).isVisible();
        awaitOpenBy(notice);
        terminal().click();
        type("echo after-$((2 + 2))");
        awaitText("after-4");
    }

    /** Asks for a new connection as a reader does: with the button in the notice. */
    private void awaitOpenBy(Locator notice) {
        notice.getByRole(AriaRole.BUTTON).click();
        awaitOpen();
    }
}
