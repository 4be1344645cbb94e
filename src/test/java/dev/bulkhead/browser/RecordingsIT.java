package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A terminal and a screen of real guests are recorded, and played back to the same last picture. */
class RecordingsIT extends ConsoleTest {

    private static final String MACHINE = "recorded-vm";
    private static final String CONTAINER = "recorded-app";

    /** Size, lit dots and a hash of all dots of a screen. */
    private static final String DOTS = """
            host => {
              const canvas = [...host.shadowRoot.querySelectorAll('canvas')].find(each => each.width > 100);
              if (!canvas) return '';
              const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
              let lit = 0, hash = 7;
              for (let at = 0; at < data.length; at += 4) {
                if (data[at] + data[at + 1] + data[at + 2] > 200) lit++;
                hash = (hash * 31 + data[at] * 65536 + data[at + 1] * 256 + data[at + 2]) | 0;
              }
              return canvas.width + 'x' + canvas.height + ' ' + lit + ' ' + hash;
            }""";

    @AfterEach
    void remove() {
        docker.docker("rm", "--force", CONTAINER);
    }

    private Locator play(String name) {
        open(RECORDINGS, "Consoles");
        recording(page, name).click();
        Locator player = page.locator("bulkhead-player");
        assertThat(player).hasAttribute("state", "playing");
        player.locator("select").selectOption("8");
        page.waitForFunction("() => document.querySelector('bulkhead-player').getAttribute('state') === 'ended'");
        return player;
    }

    @Test
    void aTerminalIsPlayedBackToTheSameText() {
        docker.run(CONTAINER);
        openConsole(CONTAINER, "exec");
        terminal().click();
        type("echo before-$((2 * 3))");
        awaitText("before-6");
        record(page, true);
        terminal().click();
        type("printf '\\033[31mred\\033[0m \\346\\274\\242\\n'; echo after-$((3 * 3))");
        awaitText("after-9");
        record(page, false);
        String shown = text();

        Locator player = play(CONTAINER);
        assertThat(player.evaluate("player => player.text()")).isEqualTo(shown);
        player.evaluate("player => player.seek(0)");
        assertThat((String) player.evaluate("player => player.text()")).doesNotContain("after-9");
        player.evaluate("player => player.seek(1e6)");
        assertThat(player.evaluate("player => player.text()")).isEqualTo(shown);

        open(RECORDINGS, "Consoles");
        page.getByLabel("Delete the recording of " + CONTAINER).first().click();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Delete").setExact(true))
                .last()
                .click();
        // A grid without rows is hidden, with what it last had.
        assertThat(page.getByLabel("Delete the recording of " + CONTAINER).first())
                .isHidden();
    }

    @Test
    void aScreenIsPlayedBackToTheSameDots() {
        libvirt.startGuest(MACHINE);
        try {
            openConsole(MACHINE, "serial");
            awaitShell(page);
            Page serial = page;
            page = newTab(page.url().replace("kind=serial", "kind=screen"));
            awaitOpen();
            Locator screen = page.locator("bulkhead-screen");
            record(page, true);
            // The cursor is hidden, as one that blinks would be in some pictures and not in others.
            serial.keyboard().type("printf '\\033[2J\\033[H\\033[?25lA line for the eye' > /dev/tty1\n");
            String shown = awaitStill(screen);
            record(page, false);

            Locator player = play(MACHINE);
            assertThat((String) player.evaluate(DOTS)).isEqualTo(shown);
        } finally {
            libvirt.virsh("destroy", "--domain", MACHINE);
            libvirt.virsh("undefine", "--domain", MACHINE);
        }
    }

    /** Until nothing moves any more. */
    private String awaitStill(Locator screen) {
        String last = "";
        int same = 0;
        for (int i = 0; i < 60 && same < 5; i++) {
            page.waitForTimeout(1_000);
            String now = (String) screen.evaluate(DOTS);
            same = !now.isEmpty() && now.equals(last) && !now.contains(" 0 ") ? same + 1 : 0;
            last = now;
        }
        assertThat(same).isEqualTo(5);
        return last;
    }
}
