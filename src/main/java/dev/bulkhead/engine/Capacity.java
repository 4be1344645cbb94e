package dev.bulkhead.engine;

/** What the machine under an engine has and uses. */
public interface Capacity {

    /** Read now. Facts that the engine does not know are null or empty, never guessed. */
    HostFacts read();
}
