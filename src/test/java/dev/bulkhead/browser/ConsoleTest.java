package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.bulkhead.testing.DockerDaemon;
import dev.bulkhead.testing.LibvirtDaemon;
import dev.bulkhead.testing.LxdDaemon;
import dev.bulkhead.testing.TestEngines;

/** Consoles in the browser, as somebody uses them: with the keyboard, and by what is to be read. */
abstract class ConsoleTest extends BrowserTest {

    static final String RECORDINGS = "consoles?tab=recordings";

    final LibvirtDaemon libvirt = TestEngines.libvirt();
    final DockerDaemon docker = TestEngines.docker();
    final LxdDaemon lxd = TestEngines.lxd();

    /** Opens a kind of console of an instance by its page, as a reader would. */
    final void openConsole(String name, String kind) {
        open("instances?q=" + name, "Instances");
        name(name).dblclick();
        assertThat(page.locator("h1")).hasText(name);
        page.getByRole(
                        AriaRole.TAB,
                        new Page.GetByRoleOptions().setName("Console").setExact(true))
                .click();
        Locator choice = page.locator("[data-kind=" + kind + "]");
        page.locator(".open-console").waitFor();
        if (choice.count() > 0 && choice.isVisible()) {
            choice.click();
        }
        awaitOpen();
    }

    final Locator terminal() {
        return page.locator("bulkhead-terminal");
    }

    final void awaitOpen() {
        assertThat(page.locator("bulkhead-terminal, bulkhead-screen")).hasAttribute("state", "open");
    }

    /** Types a line into whatever has the keyboard. */
    final void type(String line) {
        page.keyboard().type(line);
        page.keyboard().press("Enter");
    }

    /** Waits until a guest that boots has its shell on the serial line, which is open on that page. */
    static void awaitShell(Page page) {
        page.locator("bulkhead-terminal").click();
        for (int i = 0; i < 60 && !text(page).contains("ready-8"); i++) {
            page.keyboard().type("echo ready-$((2 * 4))\n");
            page.waitForTimeout(1_000);
        }
        awaitText(page, "ready-8");
    }

    /** Waits until the terminal shows that text. */
    final void awaitText(String text) {
        awaitText(page, text);
    }

    static void awaitText(Page page, String text) {
        page.waitForFunction(
                "text => document.querySelector('bulkhead-terminal')?.text().includes(text)",
                text,
                new Page.WaitForFunctionOptions().setTimeout(60_000));
    }

    /** Where the list of recordings leads to the last one of that instance. */
    static Locator recording(Page page, String name) {
        return page.locator("vaadin-grid a[href^='recordings/']")
                .getByText(name)
                .first();
    }

    /** Switches the recording of the console that is open on or off. */
    static void record(Page page, boolean wanted) {
        Locator button = page.locator(".console-bar .record");
        if (wanted) {
            button.click();
        }
        assertThat(button).hasText("Recording");
        if (!wanted) {
            button.click();
            assertThat(button).hasText("Record");
        }
    }

    final String text() {
        return text(page);
    }

    private static String text(Page page) {
        return (String) page.locator("bulkhead-terminal").evaluate("terminal => terminal.text()");
    }
}
