package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.bulkhead.testing.TestProvider.Person;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Signing in at a provider of another site, whose way back a browser takes without the cookies that are for our own pages only. */
class OidcIT extends BrowserTest {

    @Test
    void whoSignsInThereIsSignedInHereAndSignsOutOfBoth() {
        ServedApplication.provider().signedIn(new Person("subject-of-grace", "grace", List.of()));
        context.clearCookies();
        page.navigate("login");
        Locator elsewhere =
                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in with Example SSO"));
        assertThat(elsewhere).isVisible();
        PicturesIT.take(page, "sign-in");
        elsewhere.click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Overview");
        page.navigate("account");
        assertThat(page.getByText("Signed in as grace").first()).isVisible();
        assertThat(page.getByText("Change my password")).not().isVisible();

        page.getByLabel("User grace").click();
        page.getByText("Sign out", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page).hasURL(Pattern.compile(".*/login.*"));
        org.assertj.core.api.Assertions.assertThat(ServedApplication.provider().signOuts())
                .isPositive();
    }
}
