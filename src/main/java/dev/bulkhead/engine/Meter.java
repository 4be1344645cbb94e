package dev.bulkhead.engine;

/** What an instance or a machine uses, as it is read. The unit of a counter's rate is its own unit a second. */
public enum Meter {
    /** Nanoseconds of CPU time, of all CPUs together. */
    CPU_TIME(true),
    /** Bytes without what the kernel would give back at once; of a virtual machine as its balloon driver tells, else what its process holds. */
    MEMORY_USED(false),
    /** Bytes of files that are kept in memory only because it is free. */
    MEMORY_CACHE(false),
    /** Bytes that there are for it now: a balloon's size, or a control group's limit. */
    MEMORY_LIMIT(false),
    DISK_READ_BYTES(true),
    DISK_WRITTEN_BYTES(true),
    /** Requests. */
    DISK_READS(true),
    DISK_WRITES(true),
    /** Nanoseconds that requests took, added up. */
    DISK_READ_TIME(true),
    DISK_WRITE_TIME(true),
    /** What the instance receives, seen from the inside. */
    NETWORK_IN_BYTES(true),
    NETWORK_OUT_BYTES(true),
    NETWORK_IN_PACKETS(true),
    NETWORK_OUT_PACKETS(true),
    NETWORK_IN_DROPS(true),
    NETWORK_OUT_DROPS(true),
    PROCESSES(false);

    private final boolean counter;

    Meter(boolean counter) {
        this.counter = counter;
    }

    /** Whether it only grows, until what it counts for begins anew; else it is an amount of that moment. */
    public boolean isCounter() {
        return counter;
    }
}
