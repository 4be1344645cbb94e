package dev.bulkhead.capacity;

import dev.bulkhead.access.quota.Amounts;
import dev.bulkhead.access.quota.InstanceSizes;
import dev.bulkhead.access.quota.Measure;
import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.Disk;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.instance.InventoryItem;
import dev.bulkhead.metrics.Usage;
import dev.bulkhead.metrics.UsageService;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How large instances are: by what they were promised, measured as quotas measure it, and by what they use now. */
@Component
class GuestSizes {

    private final InstanceSizes sizes;
    private final UsageService usage;

    GuestSizes(InstanceSizes sizes, UsageService usage) {
        this.sizes = sizes;
        this.usage = usage;
    }

    Amounts promised(InventoryItem item) {
        return sizes.of(item.id()).orElse(Amounts.NOTHING);
    }

    /** What is not measured, as of what does not run, is nothing. */
    Size used(InventoryItem item) {
        Optional<Usage> now = item.instance().state().isActive() ? usage.latest(item.id()) : Optional.empty();
        return new Size(
                now.map(Usage::cpus).orElse(0.0),
                now.map(Usage::memory).map(ByteSize::bytes).orElse(0L),
                item.instance().disks().stream()
                        .filter(disk -> !disk.readOnly() && disk.allocated() != null)
                        .map(Disk::allocated)
                        .mapToDouble(ByteSize::bytes)
                        .sum());
    }

    Guest guest(InventoryItem item, EngineKind kind) {
        Amounts promised = promised(item);
        Size used = used(item);
        Set<Measure> measured = promised.unlimited();
        return new Guest(
                item.id(),
                item.instance().name(),
                kind,
                new Size(
                        measured.contains(Measure.CPUS) ? used.cpus() : promised.of(Measure.CPUS) / 1000.0,
                        measured.contains(Measure.MEMORY) ? used.memory() : promised.of(Measure.MEMORY),
                        promised.of(Measure.DISK)),
                measured);
    }
}
