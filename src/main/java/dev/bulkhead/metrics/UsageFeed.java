package dev.bulkhead.metrics;

import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What instances and machines use now, for features that work in nobody's name: what they tell further they narrow to what may be seen. */
@Component
public class UsageFeed {

    private final Sampler sampler;
    private final MachineSampler machines;
    private final Duration tick;

    UsageFeed(Sampler sampler, MachineSampler machines, MetricsSettings settings) {
        this.sampler = sampler;
        this.machines = machines;
        this.tick = settings.tick();
    }

    /** Of the latest tick; empty for what did not run or did not answer then. From memory. */
    public Optional<Usage> latest(InstanceId id) {
        return sampler.latest(id);
    }

    /** As {@link #latest(InstanceId)}, of a machine itself. */
    public Optional<MachineUsage> latest(HostId id) {
        return machines.latest(id);
    }

    /** How often it is read. */
    public Duration tick() {
        return tick;
    }
}
