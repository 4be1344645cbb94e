package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.bulkhead.testing.RawWebSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real Linux machine by its screen and its serial line: what is typed on one is read on the other. */
class ScreensIT extends ConsoleTest {

    private static final String MACHINE = "screen-vm";

    /** How many dots of the screen are lit. */
    private static final String LIT = """
            () => {
              const canvas = document.querySelector('bulkhead-screen')?.shadowRoot.querySelector('canvas');
              if (!canvas || !canvas.width) return 0;
              const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
              let lit = 0;
              for (let at = 0; at < data.length; at += 4) if (data[at] + data[at + 1] + data[at + 2] > 200) lit++;
              return lit;
            }""";

    @BeforeEach
    void boot() {
        libvirt.startGuest(MACHINE);
    }

    @AfterEach
    void remove() {
        libvirt.virsh("destroy", "--domain", MACHINE);
        libvirt.virsh("undefine", "--domain", MACHINE);
    }

    @Test
    void aMachineIsUsedByItsScreenAndItsSerialLine() {
        openConsole(MACHINE, "serial");
        awaitShell(page);
        type("echo serial-$((6 * 7)); echo keys-$((5 * 5)) > /word; ln -s /dev/ttyS0 /line");
        awaitText("serial-42");
        String serial = page.url();

        page.locator("[data-kind=screen]").click();
        assertThat(page.locator("bulkhead-screen")).hasAttribute("state", "open");
        awaitLit(500);
        Locator screen = page.locator("bulkhead-screen");
        screen.click();
        int before = lit();
        // Only keys that need no Shift: Playwright types the others without it, as no keyboard does.
        type("dd if=/word of=/line");
        page.waitForFunction("before => Math.abs((" + LIT + ")() - before) > 50", before);

        page.getByText("Type text…").click();
        Locator dialog = page.locator("bulkhead-type-text");
        dialog.locator("textarea").fill("echo text-$((4 * 4))_z-y > /dev/ttyS0\n");
        dialog.getByText("Type", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(dialog.getByText("keys typed")).isVisible();

        Page other = newTab(serial);
        awaitText(other, "keys-25");
        awaitText(other, "text-16_z-y");
    }

    @Test
    void whatAWatchersClientTypesReachesNothing() throws IOException {
        openConsole(MACHINE, "serial");
        awaitShell(page);
        type("echo seen-$((3 * 3)) > /word; ln -s /dev/ttyS0 /line");
        page.locator("[data-kind=screen]").click();
        assertThat(page.locator("bulkhead-screen")).hasAttribute("state", "open");
        awaitLit(500);
        String instance = "/api/v1/instances/" + page.url().replaceAll(".*instances/([^?]*).*", "$1");

        RawWebSocket watcher = RawWebSocket.openConsole(
                ServedApplication.caller().basic(ServedApplication.USER, ServedApplication.PASSWORD),
                instance,
                "{\"kind\":\"screen\",\"mode\":\"view\"}");
        watcher.nextBytes(12);
        watcher.sendBinary("RFB 003.008\n".getBytes(StandardCharsets.US_ASCII));
        watcher.nextBytes(2);
        watcher.sendBinary(new byte[] {1});
        watcher.nextBytes(4);
        watcher.sendBinary(new byte[] {1});
        assertThat(watcher.nextBytes(24)).as("the server's own screen").isNotEmpty();
        for (int i = 0; i < 20; i++) {
            watcher.sendBinary(new byte[] {4, 1, 0, 0, 0, 0, 0, 'x'});
            watcher.sendBinary(new byte[] {4, 0, 0, 0, 0, 0, 0, 'x'});
        }
        // The answer to what is asked after them: they have been read by then.
        watcher.sendBinary(new byte[] {3, 0, 0, 0, 0, 0, 0, 8, 0, 8});
        watcher.nextBytes(16);

        // With one x before it this would be no command.
        page.locator("bulkhead-screen").click();
        type("dd if=/word of=/line");
        page.locator("[data-kind=serial]").click();
        awaitText("seen-9");
        watcher.close();
    }

    @Test
    void aMachineThatStartsOpensItsConsoleByItself() {
        libvirt.virsh("destroy", "--domain", MACHINE);
        awaitRow(MACHINE, "Stopped");
        name(MACHINE).dblclick();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Console"))
                .click();
        assertThat(page.locator(".console-note")).isVisible();

        libvirt.virsh("start", "--domain", MACHINE);
        assertThat(page.locator("bulkhead-screen")).hasAttribute("state", "open");
        awaitLit(1);
    }

    @Test
    void aScreenComesBackAfterAPowerCycle() {
        openConsole(MACHINE, "screen");
        libvirt.virsh("destroy", "--domain", MACHINE);
        Locator screen = page.locator("bulkhead-screen");
        assertThat(screen).not().hasAttribute("state", "open");
        libvirt.virsh("start", "--domain", MACHINE);
        assertThat(screen).hasAttribute("state", "open");
        awaitLit(1);
    }

    private int lit() {
        return ((Number) page.evaluate(LIT)).intValue();
    }

    private void awaitLit(int dots) {
        page.waitForFunction(
                "dots => (" + LIT + ")() >= dots", dots, new Page.WaitForFunctionOptions().setTimeout(90_000));
    }
}
