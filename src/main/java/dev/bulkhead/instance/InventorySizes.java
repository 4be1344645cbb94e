package dev.bulkhead.instance;

import dev.bulkhead.access.quota.Amounts;
import dev.bulkhead.access.quota.InstanceSizes;
import dev.bulkhead.access.quota.Measure;
import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Disk;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceKind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Measures instances by what they were promised, whether they run or not: else a full project could be filled again while its machines
 * are off.
 */
@Component
class InventorySizes implements InstanceSizes {

    private final InstanceInventory inventory;

    InventorySizes(InstanceInventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public Optional<Amounts> of(InstanceId instance) {
        return inventory.find(instance).map(item -> of(item.instance()));
    }

    static Amounts of(Instance instance) {
        Map<Measure, Long> values = new EnumMap<>(Measure.class);
        Set<Measure> unlimited = EnumSet.noneOf(Measure.class);
        values.put(Measure.INSTANCES, 1L);
        values.put(measure(instance.kind()), 1L);
        if (instance.cpus() == null) {
            unlimited.add(Measure.CPUS);
        } else {
            values.put(Measure.CPUS, Measure.thousandths(instance.cpus()));
        }
        ByteSize memory = instance.memoryMax() == null ? instance.memory() : instance.memoryMax();
        if (memory == null) {
            unlimited.add(Measure.MEMORY);
        } else {
            values.put(Measure.MEMORY, memory.bytes());
        }
        values.put(
                Measure.DISK,
                instance.disks().stream()
                        .map(InventorySizes::size)
                        .reduce(ByteSize.ZERO, ByteSize::plus)
                        .bytes());
        return new Amounts(values, unlimited);
    }

    /** An inserted disc is not the instance's. Where no engine tells how large a file system may grow, what it takes is all that counts. */
    private static ByteSize size(Disk disk) {
        if (disk.readOnly() || !disk.type().equals("disk")) {
            return ByteSize.ZERO;
        }
        ByteSize known = disk.capacity() == null ? disk.allocated() : disk.capacity();
        return known == null ? ByteSize.ZERO : known;
    }

    private static Measure measure(InstanceKind kind) {
        return switch (kind) {
            case VIRTUAL_MACHINE -> Measure.VIRTUAL_MACHINES;
            case SYSTEM_CONTAINER -> Measure.SYSTEM_CONTAINERS;
            case APPLICATION_CONTAINER -> Measure.APPLICATION_CONTAINERS;
        };
    }
}
