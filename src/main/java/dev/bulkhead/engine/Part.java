package dev.bulkhead.engine;

/**
 * One reading of a part of an instance.
 *
 * @param name the engine's: the number of a virtual CPU, else as {@link Disk} and {@link Nic} have it where the engine is as clear
 * @param sample of the meters that make sense for its kind
 */
public record Part(Kind kind, String name, Sample sample) {

    /** What an instance has several of. */
    public enum Kind {
        CPU,
        DISK,
        INTERFACE
    }
}
