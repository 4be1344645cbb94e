package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.bulkhead.testing.OwnProcess;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** CASES E20: after SIGTERM with a page open the server ends within 20 s, and the page says so in words. */
class EndIT extends BrowserTest {

    @Test
    void theServerEndsInTimeAndAnOpenPageSaysSo() throws IOException {
        try (OwnProcess server = OwnProcess.start()) {
            page.navigate(server.address() + "login");
            page.locator("input[name=username]").fill(OwnProcess.USER);
            page.locator("input[name=password]").fill(OwnProcess.PASSWORD);
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Overview");
            Instant asked = Instant.now();

            server.terminate();

            assertThat(server.awaitEnd(Duration.ofSeconds(20)))
                    .as("ended in time")
                    .isTrue();
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(20));
            Locator bar = page.locator(".v-status-message");
            assertThat(bar.getByText("Connection to Bulkhead lost, trying again…"))
                    .isVisible();
            assertThat(bar).hasCSS("max-height", "32px");
        }
        page.close();
        forgiveLostConnections();
    }
}
