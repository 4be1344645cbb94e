package dev.bulkhead.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What measuring guests costs that really run, and looking at them: {@code LiveBench GUESTS PAGES}. */
final class LiveBench {

    private static final Duration WINDOW = Duration.ofSeconds(120);
    /** Long enough for what a page costs once. */
    private static final Duration SETTLING = Duration.ofSeconds(60);

    private static final int TICKS = 12;
    private static final int CHARTS = 12;
    /** Room for twelve charts at once. */
    private static final int HEIGHT = 3_000;

    /** Each chart thrice, and an hour of points in each, as it has when the guest has run that long. */
    private static final String THRICE = """
            count => {
              const charts = [...document.querySelectorAll('bulkhead-chart')];
              const now = Math.floor(Date.now() / 10_000) * 10;
              const times = Array.from({length: 360}, (_, index) => now - 10 * (359 - index));
              window.ticks = 0;
              for (const chart of charts) {
                const line = () => times.map(() => Math.random() * 1e6);
                const stretch = {from: times[0], to: now, step: 10, times, lines: [...chart.lines, ...chart.lines].map(line)};
                const all = [chart];
                while (all.length < count / charts.length) {
                  const copy = document.createElement('bulkhead-chart');
                  const {words, label, unit, lines, ceiling} = chart;
                  Object.assign(copy, {words, label, unit, lines, ceiling});
                  chart.parentElement.append(copy);
                  all.push(copy);
                }
                const push = Object.getPrototypeOf(chart).push;
                all.forEach(each => each.load(stretch));
                chart.push = (time, values) => {
                  all.forEach(each => push.call(each, time, values));
                  if (chart === charts.at(-1)) {
                    window.ticks++;
                    window.ticked?.();
                  }
                };
              }
              return document.querySelectorAll('bulkhead-chart').length;
            }""";

    /** Resolves with the picture that follows that many ticks; nothing runs in the page meanwhile but what is measured. */
    private static final String AFTER = """
            count => new Promise(done => {
              const last = window.ticks + count;
              window.ticked = () => window.ticks >= last && requestAnimationFrame(() => setTimeout(done));
            })""";

    private LiveBench() {}

    static void main(String[] arguments) throws IOException, InterruptedException {
        int guests = Integer.parseInt(arguments[0]);
        int pages = Integer.parseInt(arguments[1]);
        try (GuestBed bed = new GuestBed(guests)) {
            try (Application application = bed.application();
                    Browser browser = new Browser()) {
                measuring(bed, application, guests);
                looking(bed, application, browser, pages);
                drawing(bed, application, browser);
            }
        }
        System.exit(0);
    }

    /** Beside one that manages the same guests and measures none, at the same time. */
    private static void measuring(GuestBed bed, Application application, int guests)
            throws IOException, InterruptedException {
        try (Application idle = bed.application("--bulkhead.metrics.tick=1d")) {
            double[] first = watch(application, idle);
            double[] then = watch(application, idle);
            Figures.row(
                    guests + " running guests, measuring and storing, CPU of the application",
                    core(then[0] - then[1]),
                    guests == 50 ? "≤ 0.5 %" : "",
                    "all of it %s, and %s where nothing is measured; in the %d s before, with compiling, %s; %s"
                            .formatted(
                                    core(then[0]),
                                    core(then[1]),
                                    WINDOW.toSeconds(),
                                    core(first[0] - first[1]),
                                    bed.words()));
        }
    }

    private static void looking(GuestBed bed, Application application, Browser browser, int pages)
            throws InterruptedException {
        double none = watch(application)[0];
        List<BrowserContext> open = new ArrayList<>();
        try {
            for (int number = 0; number < pages; number++) {
                BrowserContext context = browser.signedIn(application);
                open.add(context);
                charts(context.newPage(), application, bed.page(number));
            }
            Thread.sleep(SETTLING);
            double all = watch(application)[0];
            Figures.row(
                    pages + " users who look at live charts, CPU of the application",
                    core(all),
                    pages == 20 ? "≤ 5 %" : "",
                    "without any of them " + core(none)
                            + "; each a session of its own with a page of four charts, in one Chromium");
        } finally {
            open.forEach(BrowserContext::close);
        }
    }

    private static void drawing(GuestBed bed, Application application, Browser browser) {
        try (BrowserContext context = browser.signedIn(application)) {
            Page page = context.newPage();
            page.setViewportSize(1_440, HEIGHT);
            charts(page, application, bed.page(0));
            if (((Number) page.evaluate(THRICE, CHARTS)).intValue() != CHARTS) {
                throw new IllegalStateException("The page has not four charts");
            }
            CDPSession session = context.newCDPSession(page);
            // Of the thread's own time on the processor, not of the clock's.
            JsonObject domain = new JsonObject();
            domain.addProperty("timeDomain", "threadTicks");
            session.send("Performance.enable", domain);
            page.evaluate(AFTER, 2);
            JsonObject before = session.send("Performance.getMetrics");
            page.evaluate(AFTER, TICKS);
            JsonObject after = session.send("Performance.getMetrics");
            Figures.row(
                    CHARTS + " live charts in a page, script a tick",
                    Figures.millis(millis(before, after, "ScriptDuration")),
                    "≤ 5 ms",
                    "all that the page's thread did a tick %s, of it layout and styles %s; the charts of an instance thrice, an hour in each"
                            .formatted(
                                    Figures.millis(millis(before, after, "TaskDuration")),
                                    Figures.millis(millis(before, after, "LayoutDuration")
                                            + millis(before, after, "RecalcStyleDuration"))));
        }
    }

    private static void charts(Page page, Application application, String path) {
        page.navigate(application.address() + path + "?tab=usage");
        page.waitForFunction("() => document.querySelectorAll('bulkhead-chart').length === 4"
                + " && /\\d/.test(document.querySelector('bulkhead-chart').shadowRoot.textContent)");
    }

    private static double millis(JsonObject before, JsonObject after, String name) {
        return 1000 * (seconds(after, name) - seconds(before, name)) / TICKS;
    }

    private static double seconds(JsonObject metrics, String name) {
        for (JsonElement metric : metrics.getAsJsonArray("metrics")) {
            if (metric.getAsJsonObject().get("name").getAsString().equals(name)) {
                return metric.getAsJsonObject().get("value").getAsDouble();
            }
        }
        throw new IllegalStateException("The browser does not tell " + name);
    }

    /** The shares of a core that applications took in the same window. */
    private static double[] watch(Application... applications) throws InterruptedException {
        Figures.say("watching for " + WINDOW.toSeconds() + " s");
        double[] shares = new double[applications.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = -applications[i].processorSeconds();
        }
        Thread.sleep(WINDOW);
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (shares[i] + applications[i].processorSeconds()) / WINDOW.toSeconds();
        }
        return shares;
    }

    private static String core(double share) {
        return Figures.percent(share) + " of a core";
    }
}
