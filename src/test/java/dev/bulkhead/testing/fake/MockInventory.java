package dev.bulkhead.testing.fake;

import dev.bulkhead.access.TestAccess;
import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Disk;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceDetails;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.Nic;
import dev.bulkhead.engine.fake.FakeBackend;
import dev.bulkhead.engine.fake.FakeGuests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The sixteen instances of the design's mock, in fake engines: something to look at and to test views with. */
public final class MockInventory {

    private static final String ROWS = """
            vm web-01 RUNNING atlas shop 10.10.0.11 4 4096 288
            vm db-primary RUNNING atlas shop 10.10.0.12 8 16384 960
            ac traefik RUNNING atlas shop 172.20.0.2 0.5 256 9
            ac grafana RUNNING atlas ops 172.20.0.7 1 512 72
            sc ci-runner-1 RUNNING borea build 10.20.0.31 4 8192 48
            sc ci-runner-2 PAUSED borea build 10.20.0.32 4 8192 48
            vm win2022-lab CRASHED borea lab - 4 8192 0
            sc student-ana RUNNING atlas course 10.30.0.5 1 1024 4
            sc student-bo STOPPED atlas course - 1 1024 0
            ac redis-cache RUNNING atlas shop 172.20.0.9 0.5 128 9
            vm debian-13-template STOPPED atlas ops - 2 2048 0
            ac nightly-backup STOPPED borea ops - 0.5 256 0
            vm k8s-node-1 RUNNING borea lab 10.10.0.41 8 32768 168
            vm k8s-node-2 RUNNING borea lab 10.10.0.42 8 32768 168
            sc dns RUNNING atlas ops 10.10.0.2 1 256 2160
            ac registry RUNNING atlas build 172.20.0.15 1 512 72
            """;

    private MockInventory() {}

    /** Puts each into the project of Bulkhead's that is called as its engine's. */
    public static void fillProjects(TestAccess access) {
        ROWS.lines()
                .map(row -> row.split(" "))
                .forEach(row -> access.project(row[4], new InstanceId(FakeEngines.id(row[3], kind(row)), row[1])));
    }

    public static void fill(FakeEngines engines) {
        ROWS.lines().map(row -> row.split(" ")).forEach(row -> add(engines, row));
    }

    private static void add(FakeEngines engines, String[] row) {
        EngineKind kind = kind(row);
        FakeBackend backend = engines.backend(row[3], kind);
        backend.put(guest(FakeEngines.id(row[3], kind), row));
    }

    private static EngineKind kind(String[] row) {
        return switch (row[0]) {
            case "vm" -> EngineKind.LIBVIRT;
            case "sc" -> EngineKind.LXD;
            default -> EngineKind.DOCKER;
        };
    }

    private static Instance guest(EngineId engine, String[] row) {
        InstanceState state = InstanceState.valueOf(row[2]);
        ByteSize memory = ByteSize.ofMebibytes(Long.parseLong(row[7]));
        List<String> addresses = row[5].equals("-") ? List.of() : List.of(row[5]);
        return Instance.builder(new InstanceId(engine, row[1]), row[1], details(row))
                .state(state, state == InstanceState.CRASHED ? "crashed: panicked" : null)
                .actions(FakeGuests.actionsIn(state))
                .engineProject(row[4])
                .cpus(Double.valueOf(row[6]))
                .memory(memory, memory)
                .addresses(addresses)
                .disks(List.of(new Disk(
                        "vda",
                        "disk",
                        "/var/lib/images/" + row[1] + ".qcow2",
                        ByteSize.ofGibibytes(40),
                        ByteSize.ofGibibytes(12),
                        false)))
                .nics(List.of(new Nic("vnet0", "52:54:00:00:00:01", "default", "virtio", addresses)))
                .snapshots(row[0].equals("ac") ? null : 2)
                .created(Instant.now().minus(Duration.ofDays(100)))
                .started(state.isActive() ? Instant.now().minus(Duration.ofHours(Long.parseLong(row[8]))) : null)
                .autostart(true)
                .description("Part of " + row[4] + ", looked after by its owners.")
                .labels(Map.of("tier", "front", "owner", "ana"))
                .build();
    }

    private static InstanceDetails details(String[] row) {
        InstanceKind kind = switch (row[0]) {
            case "vm" -> InstanceKind.VIRTUAL_MACHINE;
            case "sc" -> InstanceKind.SYSTEM_CONTAINER;
            default -> InstanceKind.APPLICATION_CONTAINER;
        };
        return switch (kind) {
            case VIRTUAL_MACHINE ->
                new InstanceDetails.VirtualMachine(
                        16,
                        "x86_64",
                        "pc-q35-7.2",
                        "UEFI",
                        row[3].equals("atlas"),
                        true,
                        List.of(new InstanceDetails.Graphics("vnc", "0.0.0.0:5901", row[1].equals("web-01"))),
                        1,
                        List.of());
            case SYSTEM_CONTAINER ->
                new InstanceDetails.SystemContainer(
                        "Debian 12 (bookworm)", "x86_64", List.of("default"), row[1].equals("dns"), false);
            case APPLICATION_CONTAINER ->
                new InstanceDetails.ApplicationContainer(
                        "docker.io/library/" + row[1] + ":latest",
                        List.of("/bin/server", "--config", "/etc/server.conf"),
                        row[2].equals("RUNNING") ? "healthy" : null,
                        row[2].equals("RUNNING") ? null : 0,
                        "unless-stopped",
                        List.of("127.0.0.1:8080 → 80/tcp"),
                        List.of(new InstanceDetails.Mount("volume", "data", "/var/lib/data", true)),
                        false);
        };
    }
}
