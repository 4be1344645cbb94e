package dev.bulkhead.access;

import dev.bulkhead.common.AssetId;
import dev.bulkhead.common.InstanceId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What is in which project. Immutable.
 *
 * @param instances those that are not in the default project; each is in exactly one
 * @param assets those that were given to any; one may be given to many
 */
record Contents(Map<InstanceId, UUID> instances, Map<AssetId, Set<UUID>> assets) {

    static final Contents NONE = new Contents(Map.of(), Map.of());

    Contents {
        instances = Map.copyOf(instances);
        assets = Map.copyOf(assets);
    }

    UUID projectOf(InstanceId instance) {
        return instances.getOrDefault(instance, Project.DEFAULT);
    }

    Set<UUID> projectsOf(AssetId asset) {
        return assets.getOrDefault(asset, Set.of());
    }
}
