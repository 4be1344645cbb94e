package dev.bulkhead.lxd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.Disk;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceDetails.SystemContainer;
import dev.bulkhead.engine.InstanceDetails.VirtualMachine;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.Nic;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Documents of servers and guests that cannot be had here. */
final class InstanceReaderTest {

    private static final EngineId ENGINE = new EngineId("lxd");

    private final InstanceReader reader = new InstanceReader(() -> ByteSize.ofGibibytes(8));

    @Test
    void aVirtualMachineOfIncus() {
        Instance machine = read("""
                {"name": "vm1", "project": "web", "type": "virtual-machine", "architecture": "x86_64", "status": "Running",
                 "status_code": 103, "created_at": "2025-02-01T10:00:00.5Z", "last_used_at": "2025-03-01T10:00:00Z",
                 "description": "<b>mail</b>", "ephemeral": false, "profiles": ["default", "big"], "location": "none",
                 "snapshots": [{"name": "s0"}, {"name": "s1"}],
                 "expanded_config": {"limits.cpu": "4", "limits.memory": "2GiB", "boot.autostart": "true",
                   "image.description": "Debian trixie", "user.owner": "ann", "user.user-data": "password: secret",
                   "cloud-init.user-data": "password: secret", "environment.TOKEN": "secret",
                   "volatile.eth0.hwaddr": "10:66:6a:00:00:01", "volatile.uuid": "7b4d1ecf-0000-4000-8000-000000000001"},
                 "expanded_devices": {
                   "root": {"type": "disk", "path": "/", "pool": "fast", "size": "10GiB"},
                   "iso": {"type": "disk", "source": "/srv/a.iso", "readonly": "true"},
                   "eth0": {"type": "nic", "network": "incusbr0", "name": "eth0"},
                   "tpm": {"type": "tpm"}},
                 "state": {"status": "Running", "started_at": "2025-03-02T08:00:00+01:00",
                   "cpu": {"usage": 5000, "allocated_time": 400000000}, "memory": {"usage": -1, "total": 2147483648},
                   "disk": {"root": {"usage": 1073741824, "total": 10737418240}},
                   "network": {
                     "docker0": {"hwaddr": "02:42:00:00:00:01", "type": "broadcast",
                       "addresses": [{"family": "inet", "address": "172.17.0.1", "netmask": "16", "scope": "global"}]},
                     "lo": {"addresses": [{"family": "inet", "address": "127.0.0.1", "netmask": "8", "scope": "local"}]},
                     "enp5s0": {"hwaddr": "10:66:6A:00:00:01", "type": "broadcast", "addresses": [
                       {"family": "inet6", "address": "fe80::1", "netmask": "64", "scope": "link"},
                       {"family": "inet6", "address": "fd42::5", "netmask": "64", "scope": "global"},
                       {"family": "inet", "address": "10.1.2.3", "netmask": "24", "scope": "global"}]}}}}
                """);

        assertThat(machine.kind()).isEqualTo(InstanceKind.VIRTUAL_MACHINE);
        assertThat(machine.state()).isEqualTo(InstanceState.RUNNING);
        assertThat(machine.engineProject()).isEqualTo("web");
        assertThat(machine.cpus()).isEqualTo(4);
        assertThat(machine.memory()).isEqualTo(ByteSize.ofGibibytes(2)).isEqualTo(machine.memoryMax());
        assertThat(machine.addresses()).containsExactly("10.1.2.3", "fd42::5", "172.17.0.1");
        assertThat(machine.nics())
                .containsExactly(new Nic("eth0", "10:66:6a:00:00:01", "incusbr0", "", List.of("fd42::5", "10.1.2.3")));
        assertThat(machine.disks())
                .containsExactly(
                        new Disk("root", "disk", "fast", ByteSize.ofGibibytes(10), ByteSize.ofGibibytes(1), false),
                        new Disk("iso", "disk", "/srv/a.iso", null, null, true));
        assertThat(machine.snapshots()).isEqualTo(2);
        assertThat(machine.created()).isEqualTo(Instant.parse("2025-02-01T10:00:00.5Z"));
        assertThat(machine.started()).isEqualTo(Instant.parse("2025-03-02T07:00:00Z"));
        assertThat(machine.autostart()).isTrue();
        assertThat(machine.description()).isEqualTo("<b>mail</b>");
        assertThat(machine.labels()).containsOnlyKeys("owner").containsEntry("owner", "ann");
        assertThat(machine.toString()).doesNotContain("secret");
        assertThat(machine.problem()).isNull();
        assertThat(machine.details()).isInstanceOfSatisfying(VirtualMachine.class, details -> {
            assertThat(details.firmware()).isEqualTo("UEFI");
            assertThat(details.profiles()).containsExactly("default", "big");
            assertThat(details.persistent()).isTrue();
        });
    }

    @Test
    void aStoppedContainerOfAnOldLxd() {
        Instance container = read("""
                {"name": "c1", "type": "container", "architecture": "aarch64", "status": "Stopped", "status_code": 102,
                 "created_at": "2019-02-01T10:00:00Z", "last_used_at": "1970-01-01T00:00:00Z", "ephemeral": true,
                 "profiles": null, "config": {"security.privileged": "1", "image.description": "ubuntu 18.04"},
                 "devices": {"eth0": {"type": "nic", "nictype": "bridged", "parent": "lxdbr0", "hwaddr": "00:16:3E:AA:BB:CC"}}}
                """);

        assertThat(container.engineProject()).isEqualTo("default");
        assertThat(container.started()).isNull();
        assertThat(container.snapshots()).isNull();
        assertThat(container.cpus()).isNull();
        assertThat(container.memory()).isNull();
        assertThat(container.nics())
                .containsExactly(new Nic("eth0", "00:16:3e:aa:bb:cc", "lxdbr0", "bridged", List.of()));
        assertThat(container.details())
                .isEqualTo(new SystemContainer("ubuntu 18.04", "aarch64", List.of(), true, true));
    }

    @Test
    void aVirtualMachineWithoutLimitsHasTheServersDefaults() {
        Instance machine = read("{\"name\": \"vm\", \"type\": \"virtual-machine\", \"expanded_config\": {}}");

        assertThat(machine.cpus()).isEqualTo(1);
        assertThat(machine.memory()).isEqualTo(ByteSize.ofGibibytes(1));
    }

    @ParameterizedTest
    @CsvSource({
        "103, false, RUNNING",
        "113, false, RUNNING",
        "111, false, RUNNING",
        "102, false, STOPPED",
        "102, true, SUSPENDED",
        "106, false, STARTING",
        "107, false, STOPPING",
        "108, false, STOPPING",
        "109, false, PAUSED",
        "110, false, PAUSED",
        "112, false, CRASHED",
        "177, false, UNKNOWN",
        "0, false, UNKNOWN"
    })
    void statesByTheirCode(int code, boolean stateful, InstanceState state) {
        String json = "{\"name\": \"c\", \"status\": \"Word\", \"status_code\": %d, \"stateful\": %b}";

        assertThat(read(json.formatted(code, stateful)).state()).isEqualTo(state);
    }

    @Test
    void aProtectedInstanceOffersNoDeletion() {
        String json =
                "{\"name\": \"c\", \"status_code\": 102, \"expanded_config\": {\"security.protection.delete\": \"%s\"}}";

        assertThat(read(json.formatted("true")).actions()).containsExactly(Action.START);
        assertThat(read(json.formatted("false")).actions())
                .containsExactlyInAnyOrder(Action.START, Action.DELETE_WITH_DISKS);
    }

    @Test
    void limitsOfANewFormAreSaidToBeNotUnderstood() {
        Instance instance = read(
                "{\"name\": \"c\", \"expanded_config\": {\"limits.cpu\": \"auto\", \"limits.memory\": \"3 bananas\"}}");

        assertThat(instance.cpus()).isNull();
        assertThat(instance.memory()).isNull();
        assertThat(instance.problem()).contains("limits.cpu");
    }

    @Test
    void aShareOfAnUnknownMemoryIsUnknown() {
        InstanceReader forgetful = new InstanceReader(() -> {
            throw new EngineException(ErrorKind.DENIED, ENGINE, "not for you");
        });
        InstanceDocument document = document("{\"name\": \"c\", \"expanded_config\": {\"limits.memory\": \"50%\"}}");

        Instance instance = forgetful.read(new InstanceId(ENGINE, "x"), document);

        assertThat(instance.memory()).isNull();
        assertThat(instance.problem()).contains("limits.memory");
    }

    @Test
    void aContainerMayUseHalfACpu() {
        Instance instance = read("{\"name\": \"c\", \"expanded_config\": "
                + "{\"limits.cpu\": \"2\", \"limits.cpu.allowance\": \"50ms/100ms\", \"limits.memory\": \"25%\"}}");

        assertThat(instance.cpus()).isEqualTo(0.5);
        assertThat(instance.memory()).isEqualTo(ByteSize.ofGibibytes(2));
    }

    private Instance read(String json) {
        return reader.read(new InstanceId(ENGINE, "x"), document(json));
    }

    static InstanceDocument document(String json) {
        return new InstanceDocument((ObjectNode) Envelope.read(json));
    }
}
