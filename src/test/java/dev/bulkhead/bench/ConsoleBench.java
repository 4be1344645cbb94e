package dev.bulkhead.bench;

import static org.awaitility.Awaitility.await;

import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.RawWebSocket;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The relay of screens beside websockify, at the same VNC server: {@code ConsoleBench MEBIBYTES IDLE ASKED}. */
final class ConsoleBench {

    private static final int WARM_UPS = 3;
    private static final int KEYS = 1_000;

    private final Application application;
    private final ScreenSource source;
    private final List<String> instances = new ArrayList<>();

    private ConsoleBench(Application application, ScreenSource source) {
        this.application = application;
        this.source = source;
        String listed =
                caller().get("/api/v1/instances?size=" + ScreenServer.MACHINES).body();
        for (JsonNode instance : JsonMapper.shared().readTree(listed).get("items")) {
            instances.add(instance.get("id").stringValue());
        }
    }

    static void main(String[] arguments) throws Exception {
        int mebibytes = Integer.parseInt(arguments[0]);
        try (ScreenSource source = new ScreenSource();
                Application application = Application.startOwn(
                        "dev.bulkhead.bench.ScreenServer",
                        String.valueOf(source.port()),
                        "--bulkhead.consoles.per-user=250");
                Websockify peer = new Websockify(source.port())) {
            application.awaitListed(ScreenServer.MACHINES);
            ConsoleBench bench = new ConsoleBench(application, source);
            bench.bulk(peer, mebibytes);
            bench.echo(peer);
            bench.stalled(peer);
            bench.idle(Integer.parseInt(arguments[1]));
            bench.storm(Integer.parseInt(arguments[2]));
        }
    }

    private HttpCaller caller() {
        return new HttpCaller(application.port()).basic(Application.USER, Application.PASSWORD);
    }

    private RawWebSocket open() throws IOException {
        return open(0);
    }

    private RawWebSocket open(int machine) throws IOException {
        return RawWebSocket.openConsole(
                caller(), "/api/v1/instances/" + instances.get(machine), "{\"kind\":\"screen\",\"mode\":\"control\"}");
    }

    private void bulk(Websockify peer, int mebibytes) throws IOException {
        // Both are to be measured warm.
        for (int round = 0; round < WARM_UPS; round++) {
            flood(new ScreenClient(open()), mebibytes, application::processorSeconds);
        }
        Spent ours = flood(new ScreenClient(open()), mebibytes, application::processorSeconds);
        Spent peers = flood(peer.connect(), mebibytes, peer::processorSeconds);
        double megabytes = mebibytes * 1.048576;
        double messages = mebibytes * 256.0;
        Figures.row(
                "relay, CPU per 4 KiB",
                "%.1f µs".formatted(ours.processor() / messages * 1e6),
                "8 µs",
                "websockify %.1f µs".formatted(peers.processor() / messages * 1e6));
        Figures.row(
                "relay, per CPU-second",
                "%.0f MB".formatted(megabytes / ours.processor()),
                "500 MB",
                "websockify %.0f MB".formatted(megabytes / peers.processor()));
        Figures.row(
                "relay, " + mebibytes + " MiB, every byte compared",
                "%.0f MB/s".formatted(megabytes / ours.elapsed()),
                "as websockify",
                "websockify %.0f MB/s".formatted(megabytes / peers.elapsed()));
    }

    /** In seconds. */
    private record Spent(double processor, double elapsed) {}

    private static Spent flood(ScreenClient client, int mebibytes, DoubleSupplier processorSeconds) throws IOException {
        try (client) {
            double before = processorSeconds.getAsDouble();
            long began = System.nanoTime();
            client.order(mebibytes, ScreenSource.FLOOD);
            client.takeFlood(mebibytes);
            double elapsed = (System.nanoTime() - began) / 1e9;
            return new Spent(processorSeconds.getAsDouble() - before, elapsed);
        }
    }

    /** With its own busy consoles each, and with the same way past it. */
    private void echo(Websockify peer) throws IOException {
        ScreenEcho.Opener ours = machine -> new ScreenClient(open(machine));
        ScreenEcho.Opener peers = machine -> peer.connect();
        Figures.row(
                "a key to the VNC server and back, added by the relay, p50 / p99 (without of with it)",
                ScreenEcho.alone(ours, source.port()).added(),
                "",
                "websockify " + ScreenEcho.alone(peers, source.port()).added());
        Figures.row(
                "the same beside %d busy consoles, each typed at and drawn 4 KiB every %d ms"
                        .formatted(ScreenEcho.BUSY, ScreenEcho.EVERY_MILLIS),
                ScreenEcho.besideBusy(ours, source.port()).added(),
                "50 / 1000 µs",
                "websockify " + ScreenEcho.besideBusy(peers, source.port()).added());
    }

    /** A viewer that stops reading: what is held for it, and whether what it types still arrives. */
    private void stalled(Websockify peer) throws Exception {
        String ours = stall(new ScreenClient(open()));
        String peers = stall(peer.connect());
        Figures.row(
                "viewer that reads nothing: taken from the VNC server / keys that arrive",
                ours,
                "bounded / 100 %",
                "websockify " + peers);
    }

    private String stall(ScreenClient client) throws Exception {
        try (client) {
            long sentBefore = source.sent();
            long heardBefore = source.heard();
            client.order(200, ScreenSource.FLOOD);
            awaitRest();
            Thread typist = Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; i < KEYS; i++) {
                        client.order(0, 'k');
                    }
                } catch (IOException closed) {
                    return;
                }
            });
            typist.join(Duration.ofSeconds(10));
            awaitHeard(heardBefore + KEYS);
            return "%.1f MB / %.0f %%"
                    .formatted((source.sent() - sentBefore) / 1e6, (source.heard() - heardBefore) * 100.0 / KEYS);
        }
    }

    private void awaitRest() throws InterruptedException {
        for (long before = -1; before != source.sent(); ) {
            before = source.sent();
            Thread.sleep(1_000);
        }
    }

    private void awaitHeard(long wanted) throws InterruptedException {
        for (int i = 0; i < 50 && source.heard() < wanted; i++) {
            Thread.sleep(100);
        }
    }

    private void idle(int count) throws IOException {
        List<ScreenClient> open = new ArrayList<>();
        try {
            open.add(resting());
            double heap = application.liveHeapBytes();
            double resident = application.residentBytes();
            for (int i = 0; i < count; i++) {
                open.add(resting());
            }
            Figures.row(
                    "memory of one of " + count + " idle screens",
                    Figures.kilobytes((application.liveHeapBytes() - heap) / count),
                    "150 kB",
                    "resident " + Figures.kilobytes((application.residentBytes() - resident) / count));
        } finally {
            for (ScreenClient client : open) {
                client.close();
            }
        }
    }

    private ScreenClient resting() throws IOException {
        ScreenClient client = new ScreenClient(open());
        client.order(0, ScreenSource.REST);
        return client;
    }

    /** Many asked for at once: caps hold, the excess is refused, and pages still answer. */
    private void storm(int count) throws Exception {
        AtomicInteger granted = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(count);
        List<RawWebSocket> sockets = java.util.Collections.synchronizedList(new ArrayList<>());
        long began = System.nanoTime();
        for (int i = 0; i < count; i++) {
            Thread.ofVirtual().start(() -> {
                try {
                    RawWebSocket socket = open();
                    sockets.add(socket);
                    new ScreenClient(socket);
                    granted.incrementAndGet();
                } catch (IOException | RuntimeException refused) {
                    // Counted as refused.
                    return;
                } finally {
                    done.countDown();
                }
            });
        }
        long asked = System.nanoTime();
        caller().get("/api/v1/instances?size=1");
        double answer = Figures.millisSince(asked);
        done.await();
        double all = Figures.millisSince(began);
        for (RawWebSocket socket : sockets) {
            socket.close();
        }
        await().atMost(Duration.ofMinutes(1))
                .until(() -> caller().get("/api/v1/consoles").body().equals("[]"));
        Figures.row(
                count + " screens asked for at once",
                granted + " opened in " + Figures.seconds(all / 1000),
                "250, the rest refused",
                "a list of instances meanwhile " + Figures.millis(answer));
    }
}
