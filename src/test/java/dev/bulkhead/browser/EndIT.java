package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.bulkhead.testing.DockerDaemon;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.OwnProcess;
import dev.bulkhead.testing.RawWebSocket;
import dev.bulkhead.testing.TestEngines;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** CASES E20: after SIGTERM with a page and a console open both are told, and the server ends within 20 s. */
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

    @Test
    void anOpenConsoleIsToldAndClosed() throws IOException {
        DockerDaemon docker = TestEngines.docker();
        docker.run("end-app");
        String id = docker.docker("inspect", "--format", "{{.Id}}", "end-app").strip();
        try (OwnProcess server = OwnProcess.start(
                "--bulkhead.hosts[0].id=own",
                "--bulkhead.hosts[0].engines[0].kind=docker",
                "--bulkhead.hosts[0].engines[0].uri=" + docker.uri())) {
            HttpCaller caller = new HttpCaller(server.port()).basic(OwnProcess.USER, OwnProcess.PASSWORD);
            String path = "/api/v1/instances/own-docker." + id;
            await().atMost(Duration.ofSeconds(30)).until(() -> caller.get(path).statusCode() == 200);
            RawWebSocket console = RawWebSocket.openConsole(caller, path, "{\"kind\":\"exec\",\"mode\":\"control\"}");
            console.nextControl("hello");

            server.terminate();

            RawWebSocket.Frame close = console.awaitClose();
            assertThat(close.closeCode()).isEqualTo(1001);
            assertThat(close.closeReason()).isEqualTo("Bulkhead is being stopped");
            assertThat(server.awaitEnd(Duration.ofSeconds(20))).isTrue();
        } finally {
            docker.docker("rm", "--force", "end-app");
        }
    }
}
