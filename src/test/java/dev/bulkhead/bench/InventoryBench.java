package dev.bulkhead.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.libvirt.LibvirtFactory;
import dev.bulkhead.testing.LibvirtDaemon;
import dev.bulkhead.testing.TestEngines;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists a number of domains through the adapter, in a fresh JVM: {@code InventoryBench COUNT}. The domains are those of libvirt's test
 * hypervisor behind a private libvirtd, so that all calls go over the wire as they do to QEMU.
 */
final class InventoryBench {

    private static final int STEADY_LISTS = 20;
    private static final double LISTS_A_MINUTE = 1;

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final LibvirtDaemon daemon;
    private final Path domains;
    private final int count;

    private InventoryBench(LibvirtDaemon daemon, int count) throws IOException {
        this.daemon = daemon;
        this.domains = ManyDomains.file(daemon.directory(), count);
        this.count = count;
    }

    static void main(String[] arguments) throws IOException {
        try (LibvirtDaemon daemon = TestEngines.newLibvirt()) {
            InventoryBench bench = new InventoryBench(daemon, Integer.parseInt(arguments[0]));
            bench.measureLists();
            bench.countCalls();
        }
    }

    private void measureLists() throws IOException {
        try (Engine engine = open(daemon.testUri(domains));
                VirshShell virsh = new VirshShell(daemon.testUri(domains))) {
            engine.check();
            Cost cold = list(engine);
            List<Cost> steady = new ArrayList<>();
            List<Double> peer = new ArrayList<>();
            for (int i = 0; i < STEADY_LISTS; i++) {
                steady.add(list(engine));
                peer.add(virsh.millis("list --all") + virsh.millis("domstats"));
            }
            double wall = Figures.median(steady.stream().map(Cost::wall).toList());
            double processor =
                    Figures.median(steady.stream().map(Cost::processor).toList());
            String beside = "virsh list --all + domstats " + Figures.millis(Figures.median(peer));
            Figures.row(
                    count + " domains, first list of a fresh JVM",
                    Figures.millis(cold.wall()) + " (CPU " + Figures.millis(cold.processor()) + ")",
                    count >= 10_000 ? "1000 ms" : "",
                    beside);
            Figures.row(
                    count + " domains, steady list",
                    Figures.millis(wall) + " (CPU " + Figures.millis(processor) + ")",
                    "",
                    beside);
            Figures.row(
                    count + " domains, CPU of a list a minute",
                    Figures.percent(processor / 60_000 * LISTS_A_MINUTE) + " of a core",
                    count == 1_000 ? "1 %" : "",
                    "");
        }
    }

    private void countCalls() throws IOException {
        Path socket = daemon.directory().resolve("counted");
        try (RpcCounter counter = new RpcCounter(socket, daemon.socket());
                Engine engine = open("test+unix://" + domains + "?socket=" + socket)) {
            engine.check();
            engine.instances().list();
            long before = counter.calls();
            engine.instances().list();
            Figures.row(
                    count + " domains, calls on the wire a list",
                    String.valueOf(counter.calls() - before),
                    "constant",
                    "");
        }
    }

    private Cost list(Engine engine) {
        long processor = SYSTEM.getProcessCpuTime();
        long began = System.nanoTime();
        int listed = engine.instances().list().size();
        double wall = Figures.millisSince(began);
        if (listed != count) {
            throw new IllegalStateException("listed " + listed + " of " + count);
        }
        return new Cost(wall, (SYSTEM.getProcessCpuTime() - processor) / 1e6);
    }

    private static Engine open(String uri) {
        EngineSettings settings = new EngineSettings(EngineKind.LIBVIRT, URI.create(uri));
        return new LibvirtFactory().create(new EngineId("bench"), settings);
    }

    /**
     * Milliseconds.
     *
     * @param processor of all threads, compiler and collector included
     */
    private record Cost(double wall, double processor) {}
}
