package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** CASES A19 in the page: whatever a guest prints, it does nothing to its reader. */
class HostileTerminalIT extends ConsoleTest {

    private static final String CONTAINER = "hostile-app";
    private static final String SCRIPT = "<img src=x onerror=document.hacked=1><script>document.hacked=1</script>";

    /** Asks the terminal something, and says whether any answer was typed into the guest. */
    private static final String ASK = "printf '%s'; echo %s-$(dd bs=99 count=1 2>/dev/null | grep -c .); ";

    @BeforeEach
    void openShell() {
        docker.run(CONTAINER);
        openConsole(CONTAINER, "exec");
        terminal().click();
        awaitText("#");
    }

    @AfterEach
    void remove() {
        docker.docker("rm", "--force", CONTAINER);
    }

    @Test
    void nothingIsSetAndNothingIsTold() {
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.evaluate("navigator.clipboard.writeText('mine')");
        String title = "\\033]0;" + SCRIPT + "\\007\\033[21t\\033[20t";
        String clipboard = "\\033]52;c;c3RvbGVu\\007\\033]52;c;?\\007";
        // That an honest question is heard shows that the others would be. All in one line, since a prompt asks too.
        type("stty -icanon -echo min 0 time 50; "
                + ASK.formatted("\\033[6n", "asked")
                + ASK.formatted(title + clipboard + SCRIPT, "told")
                + "stty sane");
        awaitText("asked-1");
        awaitText("told-0");

        assertThat(page).hasTitle(CONTAINER + " · Bulkhead");
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("mine");
        assertThat(page.evaluate("document.hacked")).isNull();
    }

    @Test
    void countsBeyondReasonAndAStringThatNeverEndsLeaveItAtWork() {
        type("printf '\\033[2147483647b\\033[999999999L\\033[999999999@\\033[999999999S'; echo counted-$((3 * 3))");
        awaitText("counted-9");
        type("printf '\\033P'; head -c 5000000 /dev/zero | tr '\\0' x; printf '\\030'; echo closed-$((4 * 4))");
        awaitText("closed-16");
    }

    @Test
    void aLinkLeadsToTheWebOrNowhere() {
        String honest = ServedApplication.address() + "api/v1/openapi.json";
        type("printf '\\033[2J\\033[H" + link("javascript:document.hacked=1") + "\\n" + link(honest)
                + "\\n'; echo linked-$((5 * 5))");
        awaitText("linked-25");

        clickLine(0);
        Page opened = context.waitForPage(() -> clickLine(1));
        assertThat(opened).hasURL(honest);
        assertThat(opened.evaluate("opener")).isNull();
        assertThat(context.pages()).hasSize(2);
        assertThat(page.evaluate("document.hacked")).isNull();
    }

    private static String link(String address) {
        return "\\033]8;;" + address + "\\007click me\\033]8;;\\007";
    }

    private void clickLine(int line) {
        Locator cells = page.locator("bulkhead-terminal .xterm-screen");
        cells.click(new Locator.ClickOptions().setPosition(20, 10 + 17 * line));
    }
}
