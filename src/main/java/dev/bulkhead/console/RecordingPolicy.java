package dev.bulkhead.console;

/** When consoles are recorded. */
public enum RecordingPolicy {
    /** Never. */
    OFF,
    /** When somebody in the console wants it. */
    ON_DEMAND,
    /** From the first byte to the last, whoever is there. */
    ALWAYS
}
