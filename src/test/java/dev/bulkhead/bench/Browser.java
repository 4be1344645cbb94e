package dev.bulkhead.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The distribution's Chromium, without a screen. */
final class Browser implements AutoCloseable {

    /** The text of the row in our table that contains some text; "" while there is none. */
    static final String ROW_TEXT = """
            name => {
              const grid = document.querySelector('vaadin-grid.instances');
              for (const row of grid?.shadowRoot?.querySelectorAll('#items tr:not([hidden])') ?? []) {
                const text = [...row.querySelectorAll('slot')].flatMap(slot => slot.assignedElements())
                  .map(cell => cell.textContent).join(' ');
                if (text.includes(name)) return text;
              }
              return '';
            }""";

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser chromium = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(System.getProperty("bench.chromium", "/usr/bin/chromium")))
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));

    /** A browser that has never been anywhere: no cache, no cookie. */
    BrowserContext fresh() {
        BrowserContext context = chromium.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT));
        context.setDefaultTimeout(120_000);
        return context;
    }

    /** A browser that has never been anywhere, yet is signed in. */
    BrowserContext signedIn(Application application) {
        BrowserContext context = fresh();
        context.addCookies(List.of(new Cookie("bulkhead", application.signIn()).setUrl(application.address())));
        return context;
    }

    /** Opens our table and waits until the row of one instance is there. */
    static Page openInstances(BrowserContext context, Application application, String name) {
        Page page = context.newPage();
        page.navigate(application.address() + "instances");
        awaitRow(page, name);
        return page;
    }

    static void awaitRow(Page page, String name) {
        page.waitForFunction("name => (" + ROW_TEXT + ")(name) !== ''", name);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
