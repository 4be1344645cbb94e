package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A signed-in administrator with a page open. Each test has a browser context of its own; the application is shared. */
public abstract class BrowserTest {

    private static final double PATIENCE_MILLIS = 30_000;

    /** In a page: whether it has all that it asked of the server. */
    protected static final String ANSWERED =
            "Object.values(window.Vaadin.Flow.clients).every(each => !each.isActive || !each.isActive())";

    /** In a page: whether nothing fades or moves any more, but for what does so without end. */
    protected static final String STILL = "document.getAnimations().every(each => each.playState !== 'running'"
            + " || each.effect.getComputedTiming().endTime === Infinity)";

    private static @Nullable Browser browser;

    private final List<String> complaints = new ArrayList<>();

    protected BrowserContext context;
    protected Page page;

    private static synchronized Browser browser() {
        if (browser == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of("/usr/bin/chromium"))
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        }
        return browser;
    }

    @BeforeEach
    void openBrowser() {
        show(1440, 900, ColorScheme.LIGHT);
    }

    @AfterEach
    void closeBrowser() {
        context.close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    /** Ends the context and opens another of that size and preference, signed in as the administrator. */
    protected final void show(int width, int height, ColorScheme scheme) {
        show(width, height, scheme, ServedApplication.USER, ServedApplication.PASSWORD);
    }

    /** Ends the context and opens another, signed in as somebody else. */
    protected final void signInAs(String name, String password) {
        show(1440, 900, ColorScheme.LIGHT, name, password);
    }

    private void show(int width, int height, ColorScheme scheme, String name, String password) {
        if (context != null) {
            context.close();
        }
        context = browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(ServedApplication.address())
                        .setViewportSize(width, height)
                        .setColorScheme(scheme)
                        .setLocale("en-GB"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        listen(page);
        page.navigate("login");
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill(password);
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Overview");
    }

    /** For a test that ends the server under the page: that the browser complains of it is as it should be. */
    protected final void forgiveLostConnections() {
        complaints.clear();
    }

    private void listen(Page opened) {
        opened.onPageError(complaints::add);
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    /** Another tab of the same user. */
    protected final Page newTab(String address) {
        Page tab = context.newPage();
        listen(tab);
        tab.navigate(address);
        assertThat(tab.locator("h1")).isVisible();
        return tab;
    }

    /** Goes to an address and waits until its page stands. */
    protected final void open(String address, String heading) {
        page.navigate(address);
        assertThat(page.locator("h1")).hasText(heading);
    }

    /** The cells of the list that show the name of an instance. */
    protected final Locator name(String name) {
        return page.locator(".name-cell").getByText(name, new Locator.GetByTextOptions().setExact(true));
    }

    /** Waits until the list shows that instance in that state. */
    protected final void awaitRow(String name, String state) {
        open("instances?q=" + name, "Instances");
        assertThat(name(name)).isVisible();
        awaitState(state);
    }

    /** Waits until the one row of a filtered list is in that state. */
    protected final void awaitState(String state) {
        assertThat(page.locator("vaadin-grid .state").first()).hasText(state);
    }

    protected final void awaitNoRow(String name) {
        assertThat(name(name)).isHidden();
    }

    protected final Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
