package dev.bulkhead.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.access.quota.Amounts;
import dev.bulkhead.access.quota.Measure;
import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Disk;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.fake.FakeGuests;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InventorySizesTest {

    private static final EngineId ENGINE = new EngineId("atlas-libvirt");

    @Test
    void anInstanceCountsAsWhatItMayTakeEvenWhileItIsOff() {
        Amounts size = InventorySizes.of(
                FakeGuests.builder(ENGINE, "1", "vm", InstanceKind.VIRTUAL_MACHINE, InstanceState.STOPPED)
                        .cpus(2.0)
                        .memory(ByteSize.ofGibibytes(1), ByteSize.ofGibibytes(4))
                        .disks(List.of(
                                disk("disk", ByteSize.ofGibibytes(40), ByteSize.ofGibibytes(3), false),
                                disk("disk", null, ByteSize.ofGibibytes(5), false),
                                disk("disk", null, null, false),
                                disk("disk", ByteSize.ofGibibytes(9), null, true),
                                disk("cdrom", ByteSize.ofGibibytes(4), null, false)))
                        .build());

        assertThat(size)
                .isEqualTo(new Amounts(
                        Map.of(
                                Measure.INSTANCES, 1L,
                                Measure.VIRTUAL_MACHINES, 1L,
                                Measure.CPUS, 2_000L,
                                Measure.MEMORY, ByteSize.ofGibibytes(4).bytes(),
                                Measure.DISK, ByteSize.ofGibibytes(45).bytes()),
                        Set.of()));
    }

    @Test
    void aContainerWithoutLimitsIsSaidToHaveNone() {
        Amounts size = InventorySizes.of(
                FakeGuests.builder(ENGINE, "1", "web", InstanceKind.APPLICATION_CONTAINER, InstanceState.RUNNING)
                        .cpus(null)
                        .memory(null, null)
                        .disks(List.of())
                        .build());

        assertThat(size.unlimited()).containsExactlyInAnyOrder(Measure.CPUS, Measure.MEMORY);
        assertThat(size.of(Measure.APPLICATION_CONTAINERS)).isOne();
        assertThat(size.of(Measure.DISK)).isZero();
    }

    @Test
    void whatIsNotInTheInventoryIsNotKnown() {
        InstanceInventory inventory = new InstanceInventory();
        InstanceId id = new InstanceId(ENGINE, "1");
        assertThat(new InventorySizes(inventory).of(id)).isEmpty();
        inventory.put(
                new HostId("atlas"),
                FakeGuests.builder(ENGINE, "1", "vm", InstanceKind.VIRTUAL_MACHINE, InstanceState.STOPPED)
                        .build());
        assertThat(new InventorySizes(inventory).of(id)).isPresent();
    }

    private static Disk disk(String type, ByteSize capacity, ByteSize allocated, boolean readOnly) {
        return new Disk("vda", type, "/x", capacity, allocated, readOnly);
    }
}
