package dev.bulkhead.capacity;

import dev.bulkhead.access.Project;
import dev.bulkhead.access.quota.Amounts;
import dev.bulkhead.access.quota.Measure;
import dev.bulkhead.access.quota.Quota;
import dev.bulkhead.capacity.CapacityReport.ProjectUse;

/** Adds up the instances of one project. */
final class ProjectTally {

    private final Project project;
    private final Quota quota;
    private Amounts promised = Amounts.NOTHING;
    private int withoutCpuLimit;
    private int withoutMemoryLimit;
    private int instances;
    private double cpus;
    private double memory;
    private double disk;

    ProjectTally(Project project, Quota quota) {
        this.project = project;
        this.quota = quota;
    }

    void add(Amounts size, Size used) {
        instances++;
        promised = promised.plus(size);
        withoutCpuLimit += size.unlimited().contains(Measure.CPUS) ? 1 : 0;
        withoutMemoryLimit += size.unlimited().contains(Measure.MEMORY) ? 1 : 0;
        cpus += used.cpus();
        memory += used.memory();
        disk += used.disk();
    }

    ProjectUse sum() {
        return new ProjectUse(
                project, quota, instances, promised, withoutCpuLimit, withoutMemoryLimit, new Size(cpus, memory, disk));
    }
}
