package dev.bulkhead.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.bulkhead.testing.LibvirtDaemon;
import dev.bulkhead.testing.TestEngines;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Start, idle memory and what an open page costs: {@code MemoryBench COUNT}. */
final class MemoryBench {

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int MORE_PAGES = 10;
    /** Longer than the server keeps the connections that a browser made to load a page: the page is then merely open. */
    private static final Duration LOADED = Duration.ofSeconds(20);

    private MemoryBench() {}

    static void main(String[] arguments) throws IOException, InterruptedException {
        int count = Integer.parseInt(arguments[0]);
        try (LibvirtDaemon daemon = TestEngines.newLibvirt();
                Browser browser = new Browser()) {
            String uri = daemon.testUri(ManyDomains.file(daemon.directory(), count));
            start(browser, uri);
            try (Application application = Application.start(uri)) {
                application.awaitListed(count);
                Thread.sleep(IDLE);
                Figures.row(
                        "idle RSS, " + count + " instances, no page open",
                        Figures.megabytes(application.residentBytes()),
                        "350 MB",
                        "");
                pages(browser, application, count);
                Figures.row(
                        "RSS after " + (MORE_PAGES + 1) + " pages",
                        Figures.megabytes(application.residentBytes()),
                        "",
                        "");
            }
        }
    }

    private static void start(Browser browser, String uri) throws IOException {
        List<Double> first = new ArrayList<>();
        List<Double> answered = new ArrayList<>();
        List<Double> shown = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Application fresh = Application.start(uri);
            first.add(fresh.startMillis());
            try (Application application = fresh.restart();
                    BrowserContext context = browser.fresh()) {
                long began = System.nanoTime();
                Page page = context.newPage();
                page.navigate(application.address() + "login");
                page.waitForSelector("vaadin-login-form");
                shown.add(application.startMillis() + Figures.millisSince(began));
                answered.add(application.startMillis());
            }
        }
        Figures.row(
                "start until the sign-in page answers",
                seconds(answered),
                "5 s",
                "shown in a cold browser: " + seconds(shown)
                        + "; the very first start, which makes the database and its administrator: " + seconds(first));
    }

    private static String seconds(List<Double> millis) {
        return Figures.seconds(Figures.median(millis) / 1000);
    }

    /**
     * Each page is a session of its own, as that of another user. The middle of what each added: meanwhile the heap shrinks now and
     * then, when what Java keeps of its own classes is let go.
     */
    private static void pages(Browser browser, Application application, int count)
            throws IOException, InterruptedException {
        List<BrowserContext> open = new ArrayList<>();
        List<Double> heaps = new ArrayList<>();
        try {
            for (int page = 0; page <= MORE_PAGES; page++) {
                BrowserContext context = browser.signedIn(application);
                open.add(context);
                Browser.openInstances(context, application, ManyDomains.name(0));
                Thread.sleep(LOADED);
                heaps.add(application.liveHeapBytes());
            }
            List<Double> added = IntStream.range(0, MORE_PAGES)
                    .mapToObj(page -> heaps.get(page + 1) - heaps.get(page))
                    .toList();
            Figures.row(
                    "heap of one more open Instances page, " + count + " instances",
                    Figures.kilobytes(Figures.median(added)),
                    "400 kB",
                    "heap with one page " + Figures.megabytes(heaps.getFirst()));
        } finally {
            open.forEach(BrowserContext::close);
        }
    }
}
