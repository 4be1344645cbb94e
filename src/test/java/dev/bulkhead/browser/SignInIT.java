package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.bulkhead.access.session.TestSessions;
import dev.bulkhead.access.signin.TestCodes;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Codes, passkeys and sessions, as somebody meets them who sets them up in one browser and uses them in another. */
class SignInIT extends BrowserTest {

    private final String name = "mira-" + UUID.randomUUID().toString().substring(0, 4);
    private static final String PASSWORD = "four quiet blue lamps";

    @Test
    void codesPasskeysAndSessions() {
        assertThat(ServedApplication.caller()
                        .postJson("/api/v1/users", "{\"name\":\"" + name + "\",\"password\":\"" + PASSWORD + "\"}")
                        .statusCode())
                .isEqualTo(201);
        signInAs(name, PASSWORD);
        String key = turnOnCodes();
        try (BrowserContext other = openOther()) {
            Page there = other.newPage();
            there.setViewportSize(1440, 900);
            signInInTwoSteps(there, key);
            addPasskey(there);
            signInByPasskey(there);
            endTheOneHere(there);
            lookAround(there);
            turnOffAfterConfirming(there);
        }
    }

    /** By a name, since browsers make no passkeys for an address. */
    private static String local(String path) {
        return ServedApplication.address().replace("127.0.0.1", "localhost") + path;
    }

    private BrowserContext openOther() {
        return context.browser().newContext(new Browser.NewContextOptions().setLocale("en-GB"));
    }

    private String turnOnCodes() {
        open("account", "My account");
        button(page, "Turn on").click();
        String key = dialog(page).locator(".command code").textContent();
        dialog(page).locator("vaadin-text-field input").fill(TestCodes.code(key, 0));
        PicturesIT.take(page, "sign-in-enrol");
        button(page, "Turn on").last().click();
        assertThat(page.locator(".recovery-codes code")).isVisible();
        assertThat(page.locator(".recovery-codes code").textContent().split("\n"))
                .hasSize(10);
        PicturesIT.take(page, "sign-in-recovery-codes");
        button(page, "Close").click();
        assertThat(page.getByText("10 recovery codes are left")).isVisible();
        return key;
    }

    private void signInInTwoSteps(Page there, String key) {
        there.navigate(local("login"));
        PicturesIT.take(there, "sign-in-passkey");
        there.locator("input[name=username]").fill(name);
        there.locator("input[name=password]").fill(PASSWORD);
        there.keyboard().press("Enter");
        assertThat(there.locator("h1")).hasText("One more step");
        code(there, "000000");
        assertThat(there.getByText("That is not a code of now")).isVisible();
        PicturesIT.take(there, "sign-in-code");
        assertThat(there.context().request().get(local("api/v1/hosts")).status())
                .isEqualTo(401);
        code(there, TestCodes.code(key, 1));
        assertThat(there.locator("h1")).hasText("Overview");
    }

    private static void code(Page there, String code) {
        there.locator("vaadin-text-field input").fill(code);
        button(there, "Sign in").click();
    }

    private static void addPasskey(Page there) {
        JsonObject device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        device.addProperty("automaticPresenceSimulation", true);
        JsonObject options = new JsonObject();
        options.add("options", device);
        var devtools = there.context().newCDPSession(there);
        devtools.send("WebAuthn.enable");
        devtools.send("WebAuthn.addVirtualAuthenticator", options);

        there.navigate(local("account"));
        button(there, "Add a passkey").click();
        dialog(there).locator("vaadin-text-field input").fill("Laptop");
        button(there, "Save").click();
        assertThat(there.locator(".items").getByText("Laptop", new Locator.GetByTextOptions().setExact(true)))
                .isVisible();
    }

    private void signInByPasskey(Page there) {
        there.getByLabel("User " + name).click();
        there.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(button(there, "Sign in with a passkey")).isVisible();
        meetASessionThatIsOver(there);
        button(there, "Sign in with a passkey").click();
        assertThat(there.locator("h1")).hasText("Overview");
    }

    /** Such as when the sign-in page stood open over night. */
    private static void meetASessionThatIsOver(Page there) {
        ServedApplication.endSession(session(there));
        there.evaluate("() => { window.stale = true; }");
        button(there, "Sign in with a passkey").click();
        there.waitForFunction("() => !window.stale");
    }

    private static String session(Page there) {
        return there.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("bulkhead"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    /** The page here is shown out as soon as its session is ended there. */
    private void endTheOneHere(Page there) {
        there.navigate(local("account"));
        Locator rows = there.locator("section", new Page.LocatorOptions().setHasText("Where I am signed in"))
                .locator("li");
        assertThat(rows).hasCount(2);
        assertThat(rows.first()).containsText("This one");
        assertThat(rows.last()).containsText("Chrome on Linux");
        Instant begun = Instant.now();
        rows.last().getByRole(AriaRole.BUTTON).click();
        assertThat(rows).hasCount(1);
        assertThat(page.locator("h1")).hasText("Bulkhead");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(4));
        forgiveLostConnections();
    }

    private void turnOffAfterConfirming(Page there) {
        TestSessions.forgetConfirmations(ServedApplication.context(), name);
        button(there, "Turn off").click();
        assertThat(dialog(there)).containsText("Confirm that it is you");
        PicturesIT.take(there, "sign-in-confirm");
        button(there, "Use a passkey").click();
        assertThat(there.getByText("Your password is enough again.")).isVisible();
    }

    private static void lookAround(Page there) {
        there.navigate(local("account"));
        assertThat(there.getByText("Laptop")).isVisible();
        PicturesIT.take(there, "account-secured");
    }

    private static Locator dialog(Page there) {
        return there.getByRole(AriaRole.DIALOG);
    }

    private static Locator button(Page there, String name) {
        return there.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
