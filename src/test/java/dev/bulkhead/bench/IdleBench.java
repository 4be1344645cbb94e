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
            Figures.say("watching the application for " + 2 * WINDOW.toSeconds() + " s");
            String first = watch(application);
            Figures.row(
                    count + " domains, CPU of the running application over a minute",
                    watch(application),
                    count == 1_000 ? "1 %" : "",
                    "the minute before it, the first after the start, which compiles what is run again and again: "
                            + first);
        }
    }

    private static String watch(Application application) throws InterruptedException {
        double before = application.processorSeconds();
        Thread.sleep(WINDOW);
        return Figures.percent((application.processorSeconds() - before) / WINDOW.toSeconds()) + " of a core";
    }
}
