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

    final String text() {
        return (String) terminal().evaluate("terminal => terminal.text()");
    }
}
