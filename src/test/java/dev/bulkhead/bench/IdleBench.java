package dev.bulkhead.bench;

import dev.bulkhead.testing.LibvirtDaemon;
import dev.bulkhead.testing.TestEngines;
import java.io.IOException;
import java.time.Duration;

/** What the running application takes while nobody looks: {@code IdleBench COUNT}. */
final class IdleBench {

    private static final Duration WINDOW = Duration.ofSeconds(60);

    private IdleBench() {}

    static void main(String[] arguments) throws IOException, InterruptedException {
        int count = Integer.parseInt(arguments[0]);
        try (LibvirtDaemon daemon = TestEngines.newLibvirt();
                Application application =
                        Application.start(daemon.testUri(ManyDomains.file(daemon.directory(), count)))) {
            application.awaitListed(count);
            Figures.say("watching the application for " + WINDOW.toSeconds() + " s");
            double before = application.processorSeconds();
            Thread.sleep(WINDOW);
            double used = application.processorSeconds() - before;
            Figures.row(
                    count + " domains, CPU of the running application over a minute",
                    Figures.percent(used / WINDOW.toSeconds()) + " of a core",
                    count == 1_000 ? "1 %" : "",
                    "");
        }
    }
}
