package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.bulkhead.testing.OwnProcess;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** CASES E20: after SIGTERM with a page open the server ends within 20 s. */
class EndIT extends BrowserTest {

    @Test
    void theServerEndsInTimeWithAPageOpen() throws IOException {
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
        }
        forgiveLostConnections();
    }
}
