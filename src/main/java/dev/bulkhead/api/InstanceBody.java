package dev.bulkhead.api;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.Disk;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceDetails;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.Nic;
import dev.bulkhead.instance.InventoryItem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One instance. */
@Schema(name = "Instance")
record InstanceBody(
        @Schema(description = "Stable for the instance's life")
        String id,

        String name,
        InstanceKind kind,
        InstanceState state,

        @Schema(description = "The engine's own word for why") @Nullable
        String stateReason,

        @Schema(description = "Id of the host") String host,
        @Schema(description = "Id of the engine") String engine,

        @Schema(description = "Name of the project that it is in")
        String project,

        @Schema(description = "Until when it may stay; null for as long as it likes") @Nullable
        Instant leaseEndsAt,

        @Schema(description = "What the engine itself groups it by: LXD's project or Docker's compose project")
        @Nullable
        String engineProject,

        @Schema(description = "IP addresses, the likeliest first")
        List<String> addresses,

        @Schema(description = "What the engine allows in this state")
        List<ActionName> actions,

        @Schema(description = "How many CPUs it may use; null without a limit") @Nullable
        Double cpus,

        @Schema(description = "Null without a limit") @Nullable
        Long memoryBytes,

        @Schema(description = "What it can be given without a restart") @Nullable
        Long memoryMaxBytes,

        List<DiskBody> disks,
        List<Nic> nics,
        @Nullable Integer snapshots,
        @Nullable Instant created,

        @Schema(description = "Since when it runs") @Nullable
        Instant started,

        @Nullable Boolean autostart,
        String title,
        String description,
        Map<String, String> labels,

        @Schema(
                oneOf = {
                    InstanceDetails.VirtualMachine.class,
                    InstanceDetails.SystemContainer.class,
                    InstanceDetails.ApplicationContainer.class
                },
                description = "What only its kind has")
        InstanceDetails details,

        @Schema(description = "Why a part of it could not be read") @Nullable
        String problem,

        @Schema(description = "Why it may not be true any more; null when it is") @Nullable
        StaleBody stale) {

    static InstanceBody of(InventoryItem item, String project, @Nullable Instant leaseEndsAt) {
        Instance instance = item.instance();
        return new InstanceBody(
                instance.id().toString(),
                instance.name(),
                instance.kind(),
                instance.state(),
                instance.stateReason(),
                item.host().value(),
                instance.id().engine().value(),
                project,
                leaseEndsAt,
                instance.engineProject(),
                instance.addresses(),
                instance.actions().stream().sorted().map(ActionName::of).toList(),
                instance.cpus(),
                bytes(instance.memory()),
                bytes(instance.memoryMax()),
                instance.disks().stream().map(DiskBody::of).toList(),
                instance.nics(),
                instance.snapshots(),
                instance.created(),
                instance.started(),
                instance.autostart(),
                instance.title(),
                instance.description(),
                instance.labels(),
                instance.details(),
                instance.problem(),
                StaleBody.of(item.stale()));
    }

    static @Nullable Long bytes(@Nullable ByteSize size) {
        return size == null ? null : Long.valueOf(size.bytes());
    }

    /** A disk, drive, root file system or mount. */
    @Schema(name = "Disk")
    record DiskBody(
            String device,
            String type,
            String source,
            @Nullable Long capacityBytes,
            @Nullable Long allocatedBytes,
            boolean readOnly) {

        static DiskBody of(Disk disk) {
            return new DiskBody(
                    disk.device(),
                    disk.type(),
                    disk.source(),
                    bytes(disk.capacity()),
                    bytes(disk.allocated()),
                    disk.readOnly());
        }
    }

    /** Since when, and why, a record may not be true any more. */
    @Schema(name = "Stale")
    record StaleBody(Instant since, String reason) {

        static @Nullable StaleBody of(InventoryItem.@Nullable Stale stale) {
            return stale == null ? null : new StaleBody(stale.since(), stale.reason());
        }
    }
}
