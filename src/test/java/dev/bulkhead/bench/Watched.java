package dev.bulkhead.bench;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** An open page in which a guest's state is watched while it changes elsewhere. */
final class Watched {

    /** Notes when the text of the row turns from one state's word to the other's. Both clocks are the machine's. */
    private static final String WATCH = """
            name => {
              const text = ROW_TEXT;
              const state = () => ['Running', 'Paused', 'running', 'paused'].find(word => text(name).includes(word)) ?? '';
              window.seen = [];
              let last = state();
              new MutationObserver(() => {
                const now = state();
                if (now && now !== last) {
                  last = now;
                  window.seen.push(performance.timeOrigin + performance.now());
                }
              }).observe(document.documentElement, {subtree: true, childList: true, characterData: true, attributes: true});
            }""";

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Page page;

    /** @param row a function in JavaScript that returns the text of the row that contains a name */
    Watched(Page page, String row, String name) {
        this.page = page;
        page.evaluate(WATCH.replace("ROW_TEXT", row), name);
    }

    /** Suspends and resumes the guest; returns the time from each command until its effect was in the page. */
    List<Double> toggle(VirshShell virsh, String guest, int times) throws IOException, InterruptedException {
        List<Double> latencies = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int before = seen();
            double began = now();
            virsh.run((i % 2 == 0 ? "suspend " : "resume ") + guest);
            await().atMost(LONGEST)
                    .pollDelay(Duration.ofMillis(100))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> seen() > before);
            latencies.add(((Number) page.evaluate("before => window.seen[before]", before)).doubleValue() - began);
            // Not in step with whatever the page or the server does at intervals.
            Thread.sleep(ThreadLocalRandom.current().nextInt(250, 600));
        }
        return latencies;
    }

    private int seen() {
        return ((Number) page.evaluate("() => window.seen.length")).intValue();
    }

    private static double now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1e3 + now.getNano() / 1e6;
    }
}
