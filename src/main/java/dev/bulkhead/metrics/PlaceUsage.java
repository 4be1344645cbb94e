package dev.bulkhead.metrics;

import dev.bulkhead.common.HostId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** How full a place of a machine's storage is, under one of the locations that it has. */
final class PlaceUsage extends Measured {

    private final String subject;

    PlaceUsage(HostId host, String location, Instant at, Rates rates) {
        super(at, rates);
        this.subject = subject(host, location);
    }

    @Override
    String subject() {
        return subject;
    }

    /** A location is an engine's word and may be anything: a digest of it is short, and as good to tell one from another. */
    static String subject(HostId host, String location) {
        return host + "/" + UUID.nameUUIDFromBytes(location.getBytes(StandardCharsets.UTF_8));
    }
}
