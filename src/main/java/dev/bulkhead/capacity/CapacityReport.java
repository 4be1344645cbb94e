package dev.bulkhead.capacity;

import dev.bulkhead.access.Project;
import dev.bulkhead.access.quota.Amounts;
import dev.bulkhead.access.quota.Measure;
import dev.bulkhead.access.quota.Quota;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.host.HostStatus;
import java.util.List;
import java.util.Set;

/**
 * What there is, is used and was promised, as far as the caller may see it. Promised is the sum of the limits of all instances, of all
 * kinds, running or not: once by host and once by project, so that for who sees everything both sums are the same.
 *
 * @param hosts in the order of configuration
 * @param projects by name, those that have an instance that the caller sees
 */
public record CapacityReport(List<HostUse> hosts, List<ProjectUse> projects) {

    public CapacityReport {
        hosts = List.copyOf(hosts);
        projects = List.copyOf(projects);
    }

    /**
     * @param host with its capacity and storage
     * @param unlimited the instances on it that could use everything, of those that the caller sees
     */
    public record HostUse(HostStatus host, List<Unlimited> unlimited) {}

    /**
     * An instance that somebody forgot to limit.
     *
     * @param measures of what: CPUs, memory
     */
    public record Unlimited(InstanceId id, String name, Set<Measure> measures) {}

    /**
     * @param project which
     * @param quota what it may be promised; without limits, too, where the caller sees only some of its instances
     * @param instances how many of them the caller sees
     * @param promised to those
     * @param withoutCpuLimit how many of those have none
     * @param withoutMemoryLimit how many of those have none
     * @param used by those now: CPUs, memory and what their disks take on the hosts
     */
    public record ProjectUse(
            Project project,
            Quota quota,
            int instances,
            Amounts promised,
            int withoutCpuLimit,
            int withoutMemoryLimit,
            Size used) {}
}
