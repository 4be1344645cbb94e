package dev.bulkhead.capacity;

/** What has to hold so that something fits on a host. Each is: taken + wanted ≤ limit. */
public enum Rule {
    /** Promised CPUs ≤ CPUs × the allowed over-commitment. */
    CPU,
    /** Promised memory ≤ memory − reserve. */
    MEMORY,
    /** Used storage ≤ storage − reserve, in the one place of the host that has most left. */
    STORAGE
}
