package dev.bulkhead.lxd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.Change;
import dev.bulkhead.engine.Change.InstanceChanged;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceDetails.SystemContainer;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.testing.LxdDaemon;
import dev.bulkhead.testing.TestEngines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is peculiar to LXD, on a real one of this test's own. */
final class LxdServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static LxdDaemon lxd;

    private Engine engine;

    @BeforeAll
    static void startServer() {
        lxd = TestEngines.newLxd();
    }

    @AfterAll
    static void endServer() {
        lxd.close();
    }

    @BeforeEach
    void open() {
        engine = new LxdBackstage(lxd).open();
    }

    @AfterEach
    void leaveNothingBehind() {
        engine.close();
        // LXD refuses for a moment after it said "stopped", while it tidies up.
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(LxdServerTest::deleteAll);
    }

    private static void deleteAll() {
        String all = lxc("list", "--all-projects", "--format", "csv", "--columns", "en");
        for (String line : all.lines().toList()) {
            String project = line.split(",")[0];
            String name = line.split(",")[1];
            lxc("config", "set", "--project", project, name, "security.protection.delete=false");
            lxc("delete", "--force", "--project", project, name);
        }
    }

    @Test
    void anInstanceIsDescribed() {
        lxc(
                "init",
                "busybox",
                "c1",
                "--ephemeral",
                "--network",
                LxdDaemon.BRIDGE,
                "-c",
                "limits.cpu=0-1,3",
                "-c",
                "limits.memory=64MiB",
                "-c",
                "user.owner=<b>x",
                "-c",
                "boot.autostart=true",
                "-c",
                "security.privileged=true");
        lxc("snapshot", "c1");
        lxc("start", "c1");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(only("c1").addresses()).isNotEmpty());
        Instance c1 = only("c1");

        assertThat(c1.state()).isEqualTo(InstanceState.RUNNING);
        assertThat(c1.addresses()).allSatisfy(address -> assertThat(address).startsWith("10.77.0."));
        assertThat(c1.nics()).singleElement().satisfies(nic -> {
            assertThat(nic.name()).isEqualTo("eth0");
            assertThat(nic.network()).isEqualTo(LxdDaemon.BRIDGE);
            assertThat(nic.mac()).matches("([0-9a-f]{2}:){5}[0-9a-f]{2}");
            assertThat(nic.addresses()).isEqualTo(c1.addresses());
        });
        assertThat(c1.disks())
                .singleElement()
                .satisfies(disk -> assertThat(disk.source()).isEqualTo("default"));
        assertThat(c1.cpus()).isEqualTo(3);
        assertThat(c1.memory()).isEqualTo(ByteSize.ofMebibytes(64));
        assertThat(c1.snapshots()).isEqualTo(1);
        assertThat(c1.autostart()).isTrue();
        assertThat(c1.labels()).containsEntry("owner", "<b>x");
        assertThat(c1.started()).isAfterOrEqualTo(c1.created());
        assertThat(c1.details()).isEqualTo(new SystemContainer("busybox", "x86_64", List.of("default"), true, true));
        assertThat(engine.instances().find(c1.id().local()).orElseThrow()).isEqualTo(c1);
    }

    @Test
    void namesakesInTwoProjectsAreTwo() {
        lxc("project", "create", "second", "-c", "features.images=false", "-c", "features.profiles=false");
        try {
            lxd.launch("same");
            lxd.launch("same", "--project", "second");
            Instance second = in("second", "same");

            engine.instances().perform(second.id().local(), Action.POWER_OFF);

            assertThat(in("second", "same").state()).isEqualTo(InstanceState.STOPPED);
            assertThat(in("default", "same").state()).isEqualTo(InstanceState.RUNNING);
            engine.instances().perform(second.id().local(), Action.DELETE_WITH_DISKS);
            assertThat(engine.instances().list())
                    .extracting(Instance::engineProject)
                    .containsExactly("default");
        } finally {
            deleteAll();
            lxc("project", "delete", "second");
        }
    }

    /** An import under another name keeps the uuid, and the time of creation too. */
    @Test
    void oneOfTwoWithTheSameUuidIsNeverTakenForTheOther(@TempDir Path directory) {
        String backup = directory.resolve("backup.tar.gz").toString();
        lxd.launch("first");
        String before = only("first").id().local();
        lxc("export", "first", backup, "--quiet");
        lxc("import", backup, "second", "--quiet");

        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> engine.instances().perform(before, Action.POWER_OFF))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(ErrorKind.CONFLICT));
        Instance first = only("first");
        Instance second = only("second");

        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(engine.instances().find(before)).isEmpty();
        assertThat(engine.instances().find(second.id().local()))
                .map(Instance::name)
                .contains("second");
        engine.instances().perform(second.id().local(), Action.DELETE_WITH_DISKS);
        assertThat(engine.instances().list()).singleElement().satisfies(left -> {
            assertThat(left.name()).isEqualTo("first");
            assertThat(left.id().local()).isEqualTo(before);
            assertThat(left.state()).isEqualTo(InstanceState.RUNNING);
        });
        // An id that was asked for while there were two still hits the one that it named, and no other.
        engine.instances().perform(first.id().local(), Action.POWER_OFF);
        assertThat(only("first").state()).isEqualTo(InstanceState.STOPPED);
    }

    @Test
    void whatATellingSaysCanBeReadThen() throws InterruptedException {
        lxd.launch("c1");
        String id = only("c1").id().local();
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (var subscription = engine.changes().orElseThrow().subscribe(change -> {
            if (change instanceof InstanceChanged changed && changed.localId().equals(id)) {
                told.add(changed.what());
            }
        })) {
            expect(told, id, "paused", InstanceState.PAUSED, "pause");
            expect(told, id, "resumed", InstanceState.RUNNING, "start");
            expect(told, id, "stopped", InstanceState.STOPPED, "stop", "--force");
            expect(told, id, "started", InstanceState.RUNNING, "start");
            expect(told, id, "shutdown", InstanceState.STOPPED, "stop");
        }
    }

    private void expect(BlockingQueue<String> told, String id, String what, InstanceState state, String... command)
            throws InterruptedException {
        String[] arguments = new String[command.length + 1];
        arguments[0] = command[0];
        arguments[1] = "c1";
        System.arraycopy(command, 1, arguments, 2, command.length - 1);
        Thread elsewhere = Thread.ofVirtual().start(() -> lxc(arguments));
        String last = "";
        while (!last.equals(what)) {
            last = told.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(last).as("told before " + what).isNotNull();
        }
        assertThat(engine.instances().find(id))
                .map(Instance::state)
                .as("when told " + what)
                .contains(state);
        elsewhere.join();
    }

    @Test
    void aProtectedInstanceStays() {
        lxc("init", "busybox", "c1", "-c", "security.protection.delete=true");
        Instance c1 = only("c1");

        assertThat(c1.actions()).doesNotContain(Action.DELETE_WITH_DISKS);
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> engine.instances().perform(c1.id().local(), Action.DELETE_WITH_DISKS))
                .withMessageContaining("security.protection.delete")
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(ErrorKind.CONFLICT));
    }

    @Test
    void aCustomVolumeOutlivesItsInstance() {
        lxc("init", "busybox", "c1");
        lxc("storage", "volume", "create", "default", "data");
        lxc("storage", "volume", "attach", "default", "data", "c1", "/data");
        Instance c1 = only("c1");
        assertThat(c1.disks()).extracting(disk -> disk.source()).containsExactlyInAnyOrder("default", "default/data");

        engine.instances().perform(c1.id().local(), Action.DELETE_WITH_DISKS);

        assertThat(engine.instances().list()).isEmpty();
        assertThat(lxc("storage", "volume", "list", "default", "--format", "csv"))
                .contains("custom,data");
        lxc("storage", "volume", "delete", "default", "data");
    }

    @Test
    void aFailureThatNobodyElseCausedIsToldInTheServersWords() {
        lxc("init", "busybox", "c1", "-c", "raw.lxc=lxc.no.such.key = 1");
        String id = only("c1").id().local();

        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> engine.instances().perform(id, Action.START))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL));
    }

    @Test
    void aGuestThatDoesNotHeedAShutdownCanStillBePoweredOff() {
        // This init knows nothing of SIGWINCH.
        lxd.launch("c1", "-c", "raw.lxc=lxc.signal.halt = SIGWINCH");
        String id = only("c1").id().local();

        engine.instances().perform(id, Action.SHUTDOWN);
        assertThat(only("c1").state()).isEqualTo(InstanceState.RUNNING);
        engine.instances().perform(id, Action.POWER_OFF);

        assertThat(only("c1").state()).isEqualTo(InstanceState.STOPPED);
    }

    /** No event says that a guest got its address, so that we look again by ourselves. */
    @Test
    void theAddressOfANewGuestIsSeenSoon() {
        AtomicReference<List<String>> seen = new AtomicReference<>(List.of());
        Queue<String> hints = new ConcurrentLinkedQueue<>();
        try (var subscription = engine.changes().orElseThrow().subscribe(change -> {
            if (change instanceof InstanceChanged changed && changed.what().isEmpty()) {
                hints.add(changed.localId());
            }
        })) {
            lxd.launch("c1", "--network", LxdDaemon.BRIDGE, "-c", "security.privileged=true");

            await().atMost(PATIENCE).untilAsserted(() -> {
                String hint = hints.poll();
                if (hint != null) {
                    engine.instances().find(hint).map(Instance::addresses).ifPresent(seen::set);
                }
                assertThat(seen.get()).isNotEmpty();
            });
        }
    }

    @Test
    void aSubscriptionOutlivesAFreeze() {
        lxd.launch("c1");
        String id = only("c1").id().local();
        List<Change> told = new CopyOnWriteArrayList<>();
        try (var subscription = engine.changes().orElseThrow().subscribe(told::add)) {
            lxd.freeze();
            try {
                assertThatExceptionOfType(TimeoutException.class)
                        .isThrownBy(() ->
                                ForkJoinPool.commonPool().submit(engine::check).get(2, TimeUnit.SECONDS));
            } finally {
                lxd.thaw();
            }
            lxc("pause", "c1");

            await().atMost(PATIENCE)
                    .until(() -> told.stream()
                            .anyMatch(change -> change instanceof InstanceChanged changed
                                    && changed.what().equals("paused")
                                    && changed.localId().equals(id)));
            assertThat(told).noneMatch(Change.Lost.class::isInstance);
        }
    }

    private Instance only(String name) {
        return in("default", name);
    }

    private Instance in(String project, String name) {
        return engine.instances().list().stream()
                .filter(each -> each.name().equals(name) && project.equals(each.engineProject()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not listed: " + name));
    }

    private static String lxc(String... arguments) {
        return lxd.lxc(arguments);
    }
}
