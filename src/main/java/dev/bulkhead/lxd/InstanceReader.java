package dev.bulkhead.lxd;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceBuilder;
import dev.bulkhead.engine.InstanceDetails;
import dev.bulkhead.engine.InstanceDetails.Graphics;
import dev.bulkhead.engine.InstanceDetails.SystemContainer;
import dev.bulkhead.engine.InstanceDetails.VirtualMachine;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.Nic;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes records from the server's documents. */
final class InstanceReader {

    /** What a virtual machine gets without a limit; a container gets all there is. */
    private static final double DEFAULT_VM_CPUS = 1;

    private static final ByteSize DEFAULT_VM_MEMORY = ByteSize.ofGibibytes(1);

    private final Supplier<ByteSize> hostMemory;

    /**
     * @param hostMemory the machine's memory, asked for only when a limit is a share of it; may throw {@link EngineException}
     */
    InstanceReader(Supplier<ByteSize> hostMemory) {
        this.hostMemory = hostMemory;
    }

    /** Never fails: what cannot be read is left out and said in {@link Instance#problem()}. */
    Instance read(InstanceId id, InstanceDocument document) {
        InstanceBuilder builder = Instance.builder(id, Text.cut(document.name().name()), details(document));
        try {
            fill(builder, document);
        } catch (RuntimeException unforeseen) {
            builder.problem("The server's description of it has an unknown form");
        }
        return builder.build();
    }

    private void fill(InstanceBuilder builder, InstanceDocument document) {
        InstanceState state = InstanceStates.of(document);
        builder.state(state, reason(state, document))
                .actions(InstanceStates.actions(document))
                .engineProject(Text.cut(document.name().project()))
                .description(Text.cut(document.text("description")))
                .labels(ConfigKeys.labels(document.config()))
                .snapshots(document.snapshots())
                .created(document.moment("created_at"))
                .started(state.isActive() ? started(document) : null)
                .autostart(document.configFlag("boot.autostart"));
        DeviceReader devices = new DeviceReader(document);
        List<Nic> nics = devices.nics();
        builder.disks(devices.disks()).nics(nics).addresses(devices.addresses(nics));
        cpus(builder, document);
        memory(builder, document);
    }

    private static @Nullable String reason(InstanceState state, InstanceDocument document) {
        return switch (state) {
            case UNKNOWN, CRASHED -> Text.cut(document.status());
            default -> null;
        };
    }

    /** Newer servers tell it; for the others it is the last use, since an instance is used by starting it. */
    private static @Nullable Instant started(InstanceDocument document) {
        Instant told = InstanceDocument.moment(document.state().path("started_at"));
        return told != null ? told : document.moment("last_used_at");
    }

    private static InstanceDetails details(InstanceDocument document) {
        String architecture = Text.cut(document.text("architecture"));
        if (document.isVirtualMachine()) {
            String firmware = document.configFlag("security.csm") ? "BIOS" : "UEFI";
            // The server starts virtual machines on KVM only, and reaches their one screen and serial line over sockets
            // of its own.
            List<Graphics> screen = List.of(new Graphics("spice", "", false));
            return new VirtualMachine(
                    null,
                    architecture,
                    "",
                    firmware,
                    true,
                    !document.flag("ephemeral"),
                    screen,
                    1,
                    document.profiles());
        }
        return new SystemContainer(
                document.config("image.description"),
                architecture,
                document.profiles(),
                document.configFlag("security.privileged"),
                document.flag("ephemeral"));
    }

    private static void cpus(InstanceBuilder builder, InstanceDocument document) {
        String limit = document.config("limits.cpu");
        OptionalDouble count = Amounts.cpus(limit);
        if (!limit.isEmpty() && count.isEmpty()) {
            builder.problem("limits.cpu is not understood: " + limit);
        }
        OptionalDouble allowance = Amounts.allowance(document.config("limits.cpu.allowance"));
        if (count.isPresent() || allowance.isPresent()) {
            builder.cpus(Math.min(count.orElse(Double.MAX_VALUE), allowance.orElse(Double.MAX_VALUE)));
        } else if (document.isVirtualMachine() && limit.isEmpty()) {
            builder.cpus(DEFAULT_VM_CPUS);
        }
    }

    private void memory(InstanceBuilder builder, InstanceDocument document) {
        String limit = document.config("limits.memory");
        ByteSize size = limit.isEmpty() ? null : Amounts.size(limit).orElseGet(() -> shareOfHost(limit));
        if (!limit.isEmpty() && size == null) {
            builder.problem("limits.memory is not understood: " + limit);
        } else if (size == null && document.isVirtualMachine()) {
            size = DEFAULT_VM_MEMORY;
        }
        builder.memory(size, size);
    }

    private @Nullable ByteSize shareOfHost(String limit) {
        OptionalDouble share = Amounts.share(limit);
        if (share.isEmpty()) {
            return null;
        }
        try {
            return new ByteSize((long) (hostMemory.get().bytes() * share.getAsDouble()));
        } catch (EngineException unknown) {
            return null;
        }
    }
}
