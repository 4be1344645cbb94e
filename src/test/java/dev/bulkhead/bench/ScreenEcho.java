package dev.bulkhead.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How much later a key comes back through a relay than straight from the VNC server. The two take turns, so that what else the machine
 * does harms both alike.
 */
final class ScreenEcho {

    static final int BUSY = 50;
    /** A key of each busy console in so many milliseconds, as of one who types quickly or moves the pointer. */
    static final int EVERY_MILLIS = 50;

    private static final int WARM_UPS = 1_000;
    private static final int ECHOES = 2_000;

    private final List<Double> through = new ArrayList<>();
    private final List<Double> straight = new ArrayList<>();

    /** Opens the screen of a machine through a relay. */
    interface Opener {

        /** @param machine from 0 to {@value #BUSY} */
        ScreenClient open(int machine) throws IOException;
    }

    private ScreenEcho() {}

    /** Measures with nothing else on that relay. */
    static ScreenEcho alone(Opener relay, int server) throws IOException {
        ScreenEcho echo = new ScreenEcho();
        try (ScreenClient own = echoing(relay.open(BUSY));
                ScreenClient other = echoing(ScreenClient.straight(server))) {
            for (int i = -WARM_UPS; i < ECHOES; i++) {
                double late = own.echoMicros();
                double soon = other.echoMicros();
                if (i >= 0) {
                    echo.through.add(late);
                    echo.straight.add(soon);
                }
            }
        }
        return echo;
    }

    /** Measures while other consoles on that relay are typed at and drawn. */
    static ScreenEcho besideBusy(Opener relay, int server) throws IOException {
        List<ScreenClient> busy = new ArrayList<>();
        try {
            for (int i = 0; i < BUSY; i++) {
                ScreenClient client = relay.open(i);
                busy.add(client);
                client.order(0, ScreenSource.DRAW);
                long first = System.nanoTime() + i * (EVERY_MILLIS * 1_000_000L) / BUSY;
                Thread.ofVirtual().start(() -> use(client, first));
            }
            return alone(relay, server);
        } finally {
            for (ScreenClient client : busy) {
                client.close();
            }
        }
    }

    private static void use(ScreenClient client, long first) {
        try {
            for (long due = first; ; due += EVERY_MILLIS * 1_000_000L) {
                Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
                client.answerMicros(ScreenSource.PIECE);
            }
        } catch (IOException | InterruptedException ended) {
            return;
        }
    }

    private static ScreenClient echoing(ScreenClient client) throws IOException {
        client.order(0, ScreenSource.ECHO);
        return client;
    }

    String added() {
        return "%.0f / %.0f µs (%.0f / %.0f of %.0f / %.0f)"
                .formatted(
                        Figures.median(through) - Figures.median(straight),
                        Figures.percentile(through, 0.99) - Figures.percentile(straight, 0.99),
                        Figures.median(straight),
                        Figures.percentile(straight, 0.99),
                        Figures.median(through),
                        Figures.percentile(through, 0.99));
    }
}
