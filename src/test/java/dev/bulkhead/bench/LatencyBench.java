package dev.bulkhead.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.bulkhead.testing.LibvirtDaemon;
import dev.bulkhead.testing.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How soon a suspended or resumed guest shows in an open page, here and in cockpit-machines on the same daemon:
 * {@code LatencyBench GUESTS TOGGLES}. One guest runs in QEMU, the others are defined.
 */
final class LatencyBench {

    private static final String GUEST = "a-guest";

    private LatencyBench() {}

    static void main(String[] arguments) throws IOException, InterruptedException {
        int guests = Integer.parseInt(arguments[0]);
        int toggles = Integer.parseInt(arguments[1]);
        try (LibvirtDaemon daemon = TestEngines.newLibvirt();
                Browser browser = new Browser();
                VirshShell virsh = new VirshShell(daemon.uri())) {
            define(daemon, virsh, guests);
            List<Double> ours = ours(daemon, browser, virsh, guests, toggles);
            String peer;
            try {
                peer = "cockpit-machines " + words(cockpit(daemon, browser, virsh, toggles));
            } catch (IOException | RuntimeException absent) {
                peer = "cockpit-machines could not be measured: "
                        + String.valueOf(absent.getMessage())
                                .lines()
                                .findFirst()
                                .orElse("");
            }
            Figures.row(
                    "virsh suspend/resume until visible, " + guests + " guests, " + toggles + " times",
                    words(ours),
                    "p50 50 ms, p99 500 ms",
                    peer);
        }
    }

    private static String words(List<Double> latencies) {
        return "p50 " + Figures.millis(Figures.median(latencies)) + ", p99 "
                + Figures.millis(Figures.percentile(latencies, 0.99));
    }

    private static void define(LibvirtDaemon daemon, VirshShell virsh, int guests) throws IOException {
        Figures.say("defining " + guests + " guests");
        daemon.virshWith(ManyDomains.startable(GUEST), "define");
        virsh.run("start " + GUEST);
        Path file = daemon.directory().resolve("guest.xml");
        for (int number = 1; number < guests; number++) {
            Files.writeString(file, ManyDomains.document("qemu", ManyDomains.name(number)));
            virsh.run("define " + file);
        }
    }

    private static List<Double> ours(LibvirtDaemon daemon, Browser browser, VirshShell virsh, int guests, int toggles)
            throws IOException, InterruptedException {
        try (Application application = Application.start(daemon.uri());
                BrowserContext context = browser.signedIn(application)) {
            application.awaitListed(guests);
            Page page = Browser.openInstances(context, application, GUEST);
            return new Watched(page, Browser.ROW_TEXT, GUEST).toggle(virsh, GUEST, toggles);
        }
    }

    private static List<Double> cockpit(LibvirtDaemon daemon, Browser browser, VirshShell virsh, int toggles)
            throws IOException, InterruptedException {
        try (Cockpit cockpit = Cockpit.start(daemon);
                BrowserContext context = browser.fresh()) {
            return new Watched(cockpit.open(context, GUEST), Cockpit.ROW_TEXT, GUEST).toggle(virsh, GUEST, toggles);
        }
    }
}
