package dev.bulkhead.metrics;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.access.Rights;
import dev.bulkhead.access.Scope;
import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.Registration;
import dev.bulkhead.engine.Sample;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What instances use now. All that runs is measured at every tick, whether somebody looks or not. */
@Service
public class UsageService {

    private final Sampler sampler;
    private final MachineSampler machines;
    private final PartSampler parts;
    private final AccessService access;

    UsageService(Sampler sampler, MachineSampler machines, PartSampler parts, AccessService access) {
        this.sampler = sampler;
        this.machines = machines;
        this.parts = parts;
        this.access = access;
    }

    /** Calls {@code listener} after each reading of that instance's engine; any thread, must return at once. */
    @Requires(Permission.INSTANCE_VIEW)
    public Registration watch(InstanceId id, Runnable listener) {
        return sampler.onTick((tick, engine, usages) -> {
            if (engine.equals(id.engine())) {
                listener.run();
            }
        });
    }

    /** Calls {@code listener} after each reading of any engine; any thread, must return at once. */
    @Requires(Permission.ENTER)
    public Registration watchAll(Runnable listener) {
        return sampler.onTick((tick, engine, usages) -> listener.run());
    }

    /** The latest figures; empty for what did not run or did not answer at the last tick. */
    @Requires(Permission.INSTANCE_VIEW)
    public Optional<Usage> latest(InstanceId id) {
        return sampler.latest(id);
    }

    /**
     * Has the virtual CPUs, disks and interfaces of that instance read at every tick, until the registration is closed, and calls {@code
     * listener} after each time; any thread, must return at once.
     */
    @Requires(Permission.INSTANCE_VIEW)
    public Registration watchParts(InstanceId id, Runnable listener) {
        return parts.watch(id, listener);
    }

    /** The latest figures of the parts that the engine tells apart; empty while nobody has them read, or when it does not answer. */
    @Requires(Permission.INSTANCE_VIEW)
    public Optional<List<PartUsage>> parts(InstanceId id) {
        return parts.latest(id);
    }

    /** What a machine itself uses now; empty when it did not tell at the last tick. */
    @Requires(Permission.HOST_VIEW)
    public Optional<MachineUsage> latest(HostId id) {
        return machines.latest(id);
    }

    /** Calls {@code listener} after each reading of that machine; any thread, must return at once. */
    @Requires(Permission.HOST_VIEW)
    public Registration watch(HostId id, Runnable listener) {
        return machines.onReading(usage -> {
            if (usage.id().equals(id)) {
                listener.run();
            }
        });
    }

    /** Calls {@code listener} after each reading of any machine; any thread, must return at once. */
    @Requires(Permission.ENTER)
    public Registration watchMachines(Runnable listener) {
        return machines.onReading(usage -> listener.run());
    }

    /** The latest counts of all instances that the caller may see, not rates of them. */
    @Requires(Permission.ENTER)
    public Map<InstanceId, Sample> readings() {
        Rights rights = access.rights();
        Map<InstanceId, Sample> seen = sampler.readings();
        seen.keySet().removeIf(id -> !rights.at(Permission.INSTANCE_VIEW, id));
        return seen;
    }

    /** The latest counts of all machines that the caller may see. */
    @Requires(Permission.ENTER)
    public Map<HostId, Sample> machineReadings() {
        Rights rights = access.rights();
        return machines.readings().entrySet().stream()
                .filter(reading -> rights.at(Permission.HOST_VIEW, new Scope.OnHost(reading.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The latest figures of all that ran at the last tick, in no order, of those that the caller may see. */
    @Requires(Permission.ENTER)
    public List<Usage> all() {
        Rights rights = access.rights();
        return sampler.latest().stream()
                .filter(usage -> rights.at(Permission.INSTANCE_VIEW, usage.id()))
                .toList();
    }

    /** Those that use most now, the busiest first, of those that the caller may see. */
    @Requires(Permission.ENTER)
    public List<Usage> busiest(Resource resource, int top) {
        return all().stream()
                .filter(usage -> usage.of(resource) != null)
                .sorted(Comparator.comparingDouble((Usage usage) -> -Objects.requireNonNull(usage.of(resource)))
                        .thenComparing(Usage::id))
                .limit(top)
                .toList();
    }
}
