package dev.bulkhead.engine;

import java.time.Instant;

/** A hint that something changed. It carries no state: whoever cares reads again. */
public sealed interface Change {

    /**
     * An instance was made, changed or removed.
     *
     * @param localId the engine's id for it
     * @param at when, by the engine's clock where it tells, else when we heard
     * @param what the engine's word for it: {@code started}, {@code suspended}, {@code die}, …; "" when it is only a hint to read again
     */
    record InstanceChanged(String localId, Instant at, String what) implements Change {}

    /** Something happened that the engine does not tie to one instance's id: list all again. */
    record AllChanged() implements Change {}

    /** Networks, pools, volumes or images changed. */
    record ResourcesChanged() implements Change {}

    /** The stream of events broke; nothing follows. The connection must be taken for lost. */
    record Lost(String reason) implements Change {}
}
