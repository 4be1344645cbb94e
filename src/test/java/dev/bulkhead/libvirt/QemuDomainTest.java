package dev.bulkhead.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.Change;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo.Notice;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.HostFacts.Pool;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceDetails.VirtualMachine;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.testing.LibvirtDaemon;
import dev.bulkhead.testing.LinuxGuest;
import dev.bulkhead.testing.TestEngines;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** What only QEMU's domains have or do, on a real one. */
class QemuDomainTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final LibvirtDaemon daemon = TestEngines.libvirt();
    private final Engine engine = QemuBackstage.engine(daemon.uri());
    private final String name = "qd-" + NUMBERS.incrementAndGet();

    @AfterEach
    void leaveNothingBehind() {
        engine.close();
        for (String uuid : daemon.virsh("list", "--all", "--name").lines().toList()) {
            if (uuid.startsWith(name)) {
                new QemuBackstage(false).remove(uuidOf(uuid));
            }
        }
    }

    @Test
    void aSavedGuestIsSuspendedAndResumes() {
        String id = start("");
        daemon.virsh("managedsave", "--domain", name);

        assertThat(find(id).state()).isEqualTo(InstanceState.SUSPENDED);
        assertThat(find(id).stateReason()).isEqualTo("saved");
        assertThat(listed(id).actions())
                .containsExactlyInAnyOrder(Action.RESUME, Action.DELETE, Action.DELETE_WITH_DISKS);

        engine.instances().perform(id, Action.RESUME);
        assertThat(find(id).state()).isEqualTo(InstanceState.RUNNING);
        assertThat(find(id).stateReason()).isEqualTo("restored");
    }

    @Test
    void aGuestWhoseProcessDiedIsCrashed() {
        String id = start("");
        assertThat(process().destroyForcibly()).isTrue();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(find(id).state()).isEqualTo(InstanceState.CRASHED));
        assertThat(find(id).stateReason()).isEqualTo("crashed");
        assertThat(listed(id).actions()).contains(Action.START, Action.DELETE);
    }

    @Test
    void aStuckGuestHoldsUpNeitherListNorFindNorStats() throws Exception {
        String id = start("");
        engine.check();
        String pid = Long.toString(process().pid());
        new ProcessBuilder("kill", "-STOP", pid).start().waitFor();
        try {
            assertThat(within(() -> listed(id)).state()).isEqualTo(InstanceState.RUNNING);
            assertThat(within(() -> find(id)).state()).isEqualTo(InstanceState.RUNNING);
            assertThat(within(() -> engine.stats().orElseThrow().sample(List.of(id))))
                    .containsKey(id);
        } finally {
            new ProcessBuilder("kill", "-CONT", pid).start().waitFor();
        }
    }

    @Test
    void factsOfTheDocumentStayInTheListAfterALook() {
        String id = start("");
        daemon.virsh("desc", "--domain", name, "--live", "--title", "--new-desc", "<b>Web</b>");
        daemon.virsh("desc", "--domain", name, "--live", "--new-desc", "For & by us");
        daemon.virsh("autostart", "--domain", name);
        assertThat(listed(id).autostart()).isTrue();

        find(id);

        Instance listed = listed(id);
        assertThat(listed.title()).isEqualTo("<b>Web</b>");
        assertThat(listed.description()).isEqualTo("For & by us");
        assertThat(listed.memory()).isEqualTo(ByteSize.ofMebibytes(32));
        assertThat(listed.memoryMax()).isEqualTo(ByteSize.ofMebibytes(32));
        assertThat(listed.cpus()).isEqualTo(1);
        assertThat(listed.snapshots()).isZero();
        VirtualMachine machine = (VirtualMachine) listed.details();
        assertThat(machine.machineType()).startsWith("pc-q35");
        assertThat(machine.firmware()).isEqualTo("BIOS");
        assertThat(machine.accelerated()).isFalse();
        assertThat(machine.persistent()).isTrue();
    }

    @Test
    void aTransientGuestIsNotOfferedForDeletion() {
        daemon.virshWith(document(""), "create");
        String id = uuidOf(name);

        assertThat(((VirtualMachine) listed(id).details()).persistent()).isFalse();
        assertThat(((VirtualMachine) find(id).details()).persistent()).isFalse();

        engine.instances().perform(id, Action.POWER_OFF);
        assertThat(engine.instances().find(id)).isEmpty();
    }

    @Test
    void onlyAScreenWithoutAPasswordCountsAsOpenAndThePasswordGoesNowhere() {
        String id = start("""
                <graphics type="vnc" listen="0.0.0.0" autoport="yes" passwd="canary7"/>
                """);
        Instance found = find(id);
        assertThat(((VirtualMachine) found.details()).graphics())
                .singleElement()
                .satisfies(screen -> {
                    assertThat(screen.listen()).isEqualTo("0.0.0.0");
                    assertThat(screen.exposedWithoutPassword()).isFalse();
                });
        assertThat(found.toString()).doesNotContain("canary7");
    }

    @Test
    void anOpenScreenIsSaidToBeOpen() {
        String id = start("""
                <graphics type="vnc" listen="0.0.0.0" autoport="yes"/>
                """);

        assertThat(((VirtualMachine) find(id).details()).graphics())
                .singleElement()
                .satisfies(screen -> assertThat(screen.exposedWithoutPassword()).isTrue());
    }

    @Test
    void lifecycleIsToldInWords() {
        List<String> words = new CopyOnWriteArrayList<>();
        try (var subscription = engine.changes().orElseThrow().subscribe(change -> {
            if (change instanceof Change.InstanceChanged changed) {
                words.add(changed.what());
            }
        })) {
            start("");
            daemon.virsh("suspend", "--domain", name);
            daemon.virsh("resume", "--domain", name);
            daemon.virsh("desc", "--domain", name, "--live", "--new-desc", "x");
            daemon.virsh("destroy", "--domain", name);
            daemon.virsh("undefine", "--domain", name);

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(words)
                            .containsSubsequence(
                                    "defined", "started", "suspended", "resumed", "metadata", "stopped", "undefined"));
        }
    }

    @Test
    void networksAndPoolsAreTold() {
        List<Change> told = new CopyOnWriteArrayList<>();
        try (var subscription = engine.changes().orElseThrow().subscribe(told::add)) {
            daemon.virsh("pool-refresh", LibvirtDaemon.POOL);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(told).contains(new Change.ResourcesChanged()));
            told.clear();
            daemon.virsh("net-autostart", LibvirtDaemon.NETWORK, "--disable");
            daemon.virshWith("<network><name>" + name + "</name></network>", "net-define");
            daemon.virsh("net-undefine", name);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(told).contains(new Change.ResourcesChanged()));
        }
    }

    @Test
    void aLeasedAddressIsFoundAndStaysInTheList() {
        daemon.startGuest(name, LinuxGuest.NETWORK_CARD);
        String id = uuidOf(name);

        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(find(id).addresses())
                        .singleElement()
                        .asString()
                        .startsWith("192.168.150."));
        assertThat(listed(id).addresses()).isEqualTo(find(id).addresses());
        assertThat(find(id).nics()).singleElement().satisfies(nic -> {
            assertThat(nic.network()).isEqualTo(LibvirtDaemon.NETWORK);
            assertThat(nic.model()).isEqualTo("virtio");
            assertThat(nic.addresses()).isEqualTo(find(id).addresses());
        });
        daemon.virsh("destroy", "--domain", name);
        assertThat(find(id).addresses()).isEmpty();
        assertThat(listed(id).addresses()).isEmpty();
    }

    @Test
    void theMachineIsDescribed() {
        String volume = name + ".img";
        daemon.virsh("vol-create-as", LibvirtDaemon.POOL, volume, "1G", "--allocation", "0");
        try {
            var facts = engine.capacity().orElseThrow().read();

            assertThat(facts.hostName()).isNotEmpty();
            assertThat(facts.kernel()).isEqualTo(System.getProperty("os.version"));
            assertThat(facts.cpuThreads()).isEqualTo(Runtime.getRuntime().availableProcessors());
            assertThat(facts.cpuTimes()).isNotNull();
            assertThat(facts.memoryUsed()).isNotNull();
            assertThat(facts.hardwareAcceleration()).isEqualTo(LocalMachine.canAccelerate());
            assertThat(engine.check().notices().contains(Notice.NO_HARDWARE_ACCELERATION))
                    .isNotEqualTo(LocalMachine.canAccelerate());
            assertThat(facts.pools())
                    .filteredOn(Pool::name, LibvirtDaemon.POOL)
                    .singleElement()
                    .satisfies(pool -> {
                        assertThat(pool.driver()).isEqualTo("dir");
                        assertThat(pool.location())
                                .isEqualTo(daemon.directory().resolve("pool").toString());
                        assertThat(pool.promised()).isGreaterThanOrEqualTo(ByteSize.ofGibibytes(1));
                        assertThat(pool.used()).isLessThanOrEqualTo(pool.total());
                    });
        } finally {
            daemon.virsh("vol-delete", volume, LibvirtDaemon.POOL);
        }
    }

    @Test
    void aRunningGuestIsNotDeletedEvenInARace() {
        String id = start("");

        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> engine.instances().perform(id, Action.DELETE))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(ErrorKind.CONFLICT));
        assertThat(((VirtualMachine) find(id).details()).persistent()).isTrue();
    }

    private static <T> T within(ThrowingSupplier<T> call) {
        return assertTimeoutPreemptively(Duration.ofSeconds(6), call);
    }

    private String start(String devices) {
        daemon.virshWith(document(devices), "define");
        daemon.virsh("start", "--domain", name);
        return uuidOf(name);
    }

    private String document(String devices) {
        return """
                <domain type="qemu">
                  <name>%s</name>
                  <memory unit="MiB">32</memory>
                  <vcpu>1</vcpu>
                  <os><type arch="x86_64" machine="q35">hvm</type></os>
                  <devices>%s</devices>
                </domain>
                """.formatted(name, devices);
    }

    private String uuidOf(String domain) {
        return daemon.virsh("domuuid", "--domain", domain).strip();
    }

    private Instance find(String id) {
        return engine.instances().find(id).orElseThrow();
    }

    private Instance listed(String id) {
        return engine.instances().list().stream()
                .filter(each -> each.id().local().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The guest's own process, which the private daemon started. */
    private ProcessHandle process() {
        Optional<ProcessHandle> found = ProcessHandle.allProcesses()
                .filter(each -> each.info().commandLine().orElse("").contains("guest=" + name + ","))
                .findFirst();
        return found.orElseThrow();
    }
}
