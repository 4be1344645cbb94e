package dev.bulkhead.libvirt;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What only a look at one domain tells.
 *
 * @param xml null when the document could not be read
 * @param snapshots null where the driver keeps none
 * @param autostart null where the driver has no such thing
 * @param addresses by lower-case MAC
 * @param problem why something is missing; null when nothing is
 */
record DomainFacts(
        @Nullable DomainXml xml,
        @Nullable Integer snapshots,
        @Nullable Boolean autostart,
        Map<String, List<String>> addresses,
        @Nullable String problem) {

    /** What is known of a domain that nobody has looked at. */
    static final DomainFacts NONE = new DomainFacts(null, null, null, Map.of(), null);

    DomainFacts {
        addresses = Map.copyOf(addresses);
    }

    /** With what a bulk list knows better: whether it starts with the host, and whether it has snapshots at all. */
    DomainFacts with(boolean autostartNow, boolean hasSnapshots) {
        Integer snapshotsNow = hasSnapshots ? snapshots : Integer.valueOf(0);
        return new DomainFacts(xml, snapshotsNow, autostartNow, addresses, problem);
    }
}
