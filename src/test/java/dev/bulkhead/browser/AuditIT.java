package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The record in a browser: what the reader does comes in, can be narrowed, looked into, verified and taken away. */
class AuditIT extends BrowserTest {

    private Locator cell(String text) {
        return page.locator("vaadin-grid-cell-content")
                .getByText(text, new Locator.GetByTextOptions().setExact(true))
                .first();
    }

    @Test
    void theRecordIsReadNarrowedVerifiedAndTakenAway() throws IOException {
        open("audit", "Audit");
        assertThat(cell("Sign in")).isVisible();
        page.getByText("What", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.locator(".chip-options").getByText("Set up").click();
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/audit\\?verb=set-up"));
        page.keyboard().press("Escape");
        assertThat(page.locator(".filter-bar .count")).hasText("1 row");

        cell("Set up").click();
        assertThat(page.locator(".audit-facts")).containsText("by configuration: ada");
        button("Verify now").click();
        assertThat(page.locator(".verification")).containsText("Unchanged");

        Download file =
                page.waitForDownload(() -> page.getByLabel("Save as CSV").click());
        org.assertj.core.api.Assertions.assertThat(Files.readString(file.path()).lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("\"set-up\"");
    }

    @Test
    void aSignOutIsOnRecord() {
        page.getByLabel("User " + ServedApplication.USER).click();
        page.getByText("Sign out").click();
        assertThat(page.locator("input[name=username]")).isVisible();

        org.assertj.core.api.Assertions.assertThat(ServedApplication.caller()
                        .get("/api/v1/audit?verb=sign-out")
                        .body())
                .contains("\"actor\":\"" + ServedApplication.USER + "\"", "\"proof\":\"SESSION\"");
    }
}
