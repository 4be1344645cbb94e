package dev.bulkhead.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import dev.bulkhead.testing.LibvirtDaemon;
import dev.bulkhead.testing.TestEngines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The first useful view in a cold browser, and scrolling: {@code ViewBench VIEWED SCROLLED}, both numbers of instances. */
final class ViewBench {

    private static final int WARMING_VIEWS = 15;
    private static final int VIEWS = 7;
    private static final int WHEEL_TURNS = 150;
    private static final int WHEEL_PIXELS = 700;

    private ViewBench() {}

    static void main(String[] arguments) throws IOException {
        try (LibvirtDaemon daemon = TestEngines.newLibvirt();
                Browser browser = new Browser()) {
            view(daemon, browser, Integer.parseInt(arguments[0]));
            scroll(daemon, browser, Integer.parseInt(arguments[1]));
        }
    }

    private static void view(LibvirtDaemon daemon, Browser browser, int count) throws IOException {
        try (Application application = Application.start(daemon.testUri(ManyDomains.file(daemon.directory(), count)))) {
            application.awaitListed(count);
            // A server that runs since yesterday has compiled what its pages need; one that has just started has not.
            for (int i = 0; i < WARMING_VIEWS; i++) {
                firstView(browser, application);
            }
            List<View> views = new ArrayList<>();
            for (int i = 0; i < VIEWS; i++) {
                views.add(firstView(browser, application));
            }
            Figures.row(
                    count + " instances, first useful view in a cold browser",
                    Figures.millis(
                            Figures.median(views.stream().map(View::millis).toList())),
                    "2000 ms",
                    "");
            Figures.row(
                    count + " instances, bytes of the first view",
                    Figures.kilobytes(
                            Figures.median(views.stream().map(View::bytes).toList())),
                    "1000 kB",
                    "");
        }
    }

    /** From the request until the first row can be read, and what the page has loaded a moment later. */
    private static View firstView(Browser browser, Application application) {
        try (BrowserContext context = browser.signedIn(application)) {
            Page page = context.newPage();
            CDPSession network = context.newCDPSession(page);
            AtomicLong bytes = new AtomicLong();
            network.on("Network.loadingFinished", event -> bytes.addAndGet(number(event, "encodedDataLength")));
            network.on(
                    "Network.webSocketFrameReceived",
                    event -> bytes.addAndGet(event.getAsJsonObject("response")
                            .get("payloadData")
                            .getAsString()
                            .length()));
            network.send("Network.enable");
            long began = System.nanoTime();
            page.navigate(application.address() + "instances");
            Browser.awaitRow(page, ManyDomains.name(0));
            double millis = Figures.millisSince(began);
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            return new View(millis, bytes.doubleValue());
        }
    }

    private static void scroll(LibvirtDaemon daemon, Browser browser, int count) throws IOException {
        try (Application application = Application.start(daemon.testUri(ManyDomains.file(daemon.directory(), count)));
                BrowserContext context = browser.signedIn(application)) {
            application.awaitListed(count);
            Page page = Browser.openInstances(context, application, ManyDomains.name(0));
            page.evaluate("""
                    () => {
                      window.tasks = [];
                      new PerformanceObserver(list => list.getEntries().forEach(task => window.tasks.push(task.duration)))
                        .observe({type: 'longtask'});
                    }""");
            page.mouse().move(600, 500);
            for (int turn = 0; turn < WHEEL_TURNS; turn++) {
                page.mouse().wheel(0, WHEEL_PIXELS);
                page.evaluate("() => new Promise(requestAnimationFrame)");
            }
            // One leap to the end, as by dragging the bar.
            page.evaluate("last => document.querySelector('vaadin-grid.instances').scrollToIndex(last)", count - 1);
            Browser.awaitRow(page, ManyDomains.name(count - 1));
            double longest = ((Number) page.evaluate("() => Math.max(0, ...window.tasks)")).doubleValue();
            int over = ((Number) page.evaluate("() => window.tasks.filter(task => task > 100).length")).intValue();
            Figures.row(
                    "scrolling " + count + " rows, longest task",
                    longest == 0 ? "below 50 ms" : Figures.millis(longest) + " (" + over + " over 100 ms)",
                    "100 ms",
                    "");
        }
    }

    private static long number(JsonObject event, String name) {
        return event.get(name).getAsLong();
    }

    private record View(double millis, double bytes) {}
}
