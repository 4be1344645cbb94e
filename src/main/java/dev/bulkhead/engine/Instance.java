package dev.bulkhead.engine;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.InstanceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One virtual machine, system container or application container, as its engine reported it at one moment. Immutable and shared
 * between all who look; text in it is the engine's or the guest's and is never trusted as markup, path or argument.
 *
 * @param id stable for the instance's life
 * @param name what the engine calls it; not unique over engines
 * @param kind what it is
 * @param state one of the closed list
 * @param stateReason the engine's own word for why, where it tells ("crashed: panicked", "exited 137")
 * @param actions what the engine allows in this state
 * @param engineProject what the engine itself groups it by: LXD's project or Docker's compose project; null where it has no such thing
 * @param cpus how many host CPUs it may use: vCPUs, or a container's limit (may be a fraction); null without a limit
 * @param memory how much memory it may use now; null without a limit
 * @param memoryMax how much it can be given without a restart; equals {@code memory} where the engine knows one figure
 * @param addresses IP addresses, without loopback and link-local ones, the likeliest first; empty when unknown
 * @param disks disks, root file system or mounts that hold data
 * @param nics network interfaces
 * @param snapshots how many there are; null where the engine did not say
 * @param created when it was made; null where the engine does not keep it
 * @param started since when it runs; null when it does not, or where the engine does not say
 * @param autostart whether the engine starts it with the host; null where the engine has no such thing
 * @param title a short text of its owner's, "" for none
 * @param description a longer text of its owner's, "" for none
 * @param labels its labels, tags or user keys
 * @param details what only its kind has
 * @param problem why part of this record could not be read, for example a field of a newer engine; null when whole
 */
public record Instance(
        InstanceId id,
        String name,
        InstanceKind kind,
        InstanceState state,
        @Nullable String stateReason,
        Set<Action> actions,
        @Nullable String engineProject,
        @Nullable Double cpus,
        @Nullable ByteSize memory,
        @Nullable ByteSize memoryMax,
        List<String> addresses,
        List<Disk> disks,
        List<Nic> nics,
        @Nullable Integer snapshots,
        @Nullable Instant created,
        @Nullable Instant started,
        @Nullable Boolean autostart,
        String title,
        String description,
        Map<String, String> labels,
        InstanceDetails details,
        @Nullable String problem) {

    public Instance {
        actions = Set.copyOf(actions);
        addresses = List.copyOf(addresses);
        disks = List.copyOf(disks);
        nics = List.copyOf(nics);
        labels = Map.copyOf(labels);
    }

    public static InstanceBuilder builder(InstanceId id, String name, InstanceDetails details) {
        return new InstanceBuilder(id, name, details);
    }
}
