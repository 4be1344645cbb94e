package dev.bulkhead.engine;

/**
 * What an instance or a machine uses, as it is read. The unit of a counter's rate is its own unit a second. New ones come at the end: the
 * history has its columns in this order.
 */
public enum Meter {
    /** Nanoseconds of CPU time, of all CPUs together; a machine's without idling and waiting. */
    CPU_TIME(true),
    /** Bytes without what the kernel would give back at once; of a virtual machine as its balloon driver tells, else what its process holds. */
    MEMORY_USED(false),
    /** Bytes of files that are kept in memory only because it is free. */
    MEMORY_CACHE(false),
    /** Bytes that there are for it now: a balloon's size, a control group's limit, or a machine's memory. */
    MEMORY_LIMIT(false),
    DISK_READ_BYTES(true),
    DISK_WRITTEN_BYTES(true),
    /** Requests. */
    DISK_READS(true),
    DISK_WRITES(true),
    /** Nanoseconds that requests took, added up. */
    DISK_READ_TIME(true),
    DISK_WRITE_TIME(true),
    /** What the instance receives, seen from the inside; a machine's through its own interfaces, without what stays within. */
    NETWORK_IN_BYTES(true),
    NETWORK_OUT_BYTES(true),
    NETWORK_IN_PACKETS(true),
    NETWORK_OUT_PACKETS(true),
    NETWORK_IN_DROPS(true),
    NETWORK_OUT_DROPS(true),
    PROCESSES(false),

    // From here on of machines alone.
    /** Nanoseconds that all CPUs together spent in programs, the guests among them. */
    CPU_USER(true),
    /** Nanoseconds in the kernel, its interrupts among them. */
    CPU_SYSTEM(true),
    /** Nanoseconds of idling while a disk was waited for. */
    CPU_WAIT(true),
    /** Nanoseconds that the hypervisor below gave to others. */
    CPU_STEAL(true),
    /** Thousandths of the tasks that ran or wanted to, averaged over a minute. */
    LOAD(false),
    /** Bytes. */
    SWAP_USED(false),
    /** Bytes, over all pools, each file system once. */
    STORAGE_USED(false),
    STORAGE_LIMIT(false),
    /** Nanoseconds in which some task waited for it (the kernel's pressure stall information). */
    PRESSURE_CPU(true),
    PRESSURE_MEMORY(true),
    PRESSURE_DISK(true),
    /** Thousandths of CPUs that instances may use by their limits. */
    CPU_PROMISED(false),
    /** Bytes that instances may use by their limits. */
    MEMORY_PROMISED(false),
    /** Bytes that volumes may grow to. */
    STORAGE_PROMISED(false);

    private final boolean counter;

    Meter(boolean counter) {
        this.counter = counter;
    }

    /** Whether instances have it too; else machines alone. */
    public boolean isOfInstances() {
        return ordinal() <= PROCESSES.ordinal();
    }

    /** Whether it only grows, until what it counts for begins anew; else it is an amount of that moment. */
    public boolean isCounter() {
        return counter;
    }
}
