package dev.bulkhead.api;

import dev.bulkhead.common.AssetId;
import dev.bulkhead.common.InstanceId;
import java.util.UUID;

/** Reads ids from addresses and bodies; what is none is not found, as one that names nothing. */
final class Ids {

    private Ids() {}

    static InstanceId instance(String id) {
        return InstanceId.parse(id).orElseThrow(() -> Problem.notFound("instance", id));
    }

    static AssetId asset(String id) {
        return AssetId.parse(id).orElseThrow(() -> Problem.notFound("pool, network or image", id));
    }

    static UUID uuid(String what, String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.notFound(what, id);
        }
    }
}
