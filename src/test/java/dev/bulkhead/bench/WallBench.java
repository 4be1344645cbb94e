package dev.bulkhead.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.bulkhead.testing.LibvirtDaemon;
import dev.bulkhead.testing.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the application takes while somebody looks at a wall of screens: {@code WallBench COUNT}. */
final class WallBench {

    private static final Duration WINDOW = Duration.ofSeconds(60);
    /** Long enough for what a page costs once. */
    private static final Duration SETTLING = Duration.ofSeconds(20);
    /** Room for more than fifty tiles at once. */
    private static final int HEIGHT = 3_000;

    private static final String WATCHED = "count => [...document.querySelectorAll('.thumbnail img')]"
            + ".filter(image => image.src && image.complete && image.naturalWidth).length >= count";

    private WallBench() {}

    static void main(String[] arguments) throws IOException, InterruptedException {
        int count = Integer.parseInt(arguments[0]);
        try (LibvirtDaemon daemon = TestEngines.newLibvirt();
                Application application = Application.start(daemon.testUri(domains(daemon.directory(), count)));
                Browser browser = new Browser();
                BrowserContext context = browser.signedIn(application)) {
            application.awaitListed(count);
            Page page = context.newPage();
            page.setViewportSize(1_440, HEIGHT);
            page.navigate(application.address() + "instances");
            Browser.awaitRow(page, ManyDomains.name(0));
            double table = share(application);
            page.navigate(application.address() + "instances?view=wall");
            page.waitForFunction(WATCHED, count);
            double wall = share(application);
            Figures.row(
                    "wall of " + count + " running guests, CPU of the application",
                    Figures.percent(wall) + " of a core",
                    "3 %",
                    "the same page as a table " + Figures.percent(table));
        }
    }

    private static double share(Application application) throws InterruptedException {
        Thread.sleep(SETTLING);
        Figures.say("watching the application for " + WINDOW.toSeconds() + " s");
        double before = application.processorSeconds();
        Thread.sleep(WINDOW);
        return (application.processorSeconds() - before) / WINDOW.toSeconds();
    }

    private static Path domains(Path directory, int count) throws IOException {
        String documents = IntStream.range(0, count)
                .mapToObj(number -> ManyDomains.document("test", ManyDomains.name(number))
                        .replace(
                                "</devices>",
                                "<graphics type=\"vnc\" autoport=\"yes\" listen=\"127.0.0.1\"/></devices>"))
                .collect(Collectors.joining("\n"));
        return Files.writeString(directory.resolve("wall.xml"), "<node>\n" + documents + "\n</node>\n");
    }
}
