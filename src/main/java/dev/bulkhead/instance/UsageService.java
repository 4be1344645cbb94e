package dev.bulkhead.instance;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.access.Rights;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.Registration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** What instances use now. Measured only while somebody watches. */
@Service
public class UsageService {

    private final UsageSampler sampler;
    private final AccessService access;

    UsageService(UsageSampler sampler, AccessService access) {
        this.sampler = sampler;
        this.access = access;
    }

    /** Measures one instance about every two seconds and calls {@code listener} after each; any thread, must return at once. */
    @Requires(Permission.INSTANCE_VIEW)
    public Registration watch(InstanceId id, Runnable listener) {
        return sampler.watch(Set.of(id), listener);
    }

    /** Measures all that run, about every five seconds, and calls {@code listener} after each; any thread, must return at once. */
    @Requires(Permission.ENTER)
    public Registration watchAll(Runnable listener) {
        return sampler.watch(Set.of(), listener);
    }

    /** The latest figures; empty until it was measured twice, and soon after the last watcher left. */
    @Requires(Permission.INSTANCE_VIEW)
    public Optional<Usage> latest(InstanceId id) {
        return sampler.latest(id);
    }

    /** Those that use most CPU now, the busiest first, of those that are watched and that the caller may see. */
    @Requires(Permission.ENTER)
    public List<Usage> busiest(int top) {
        Rights rights = access.rights();
        return sampler.latest().stream()
                .filter(usage -> rights.at(Permission.INSTANCE_VIEW, usage.id()))
                .filter(usage -> usage.cpus() != null)
                .sorted(Comparator.comparing(UsageService::cpus).reversed())
                .limit(top)
                .toList();
    }

    private static double cpus(Usage usage) {
        return usage.cpus() == null ? 0 : usage.cpus();
    }
}
