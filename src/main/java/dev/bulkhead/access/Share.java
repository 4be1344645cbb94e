package dev.bulkhead.access;

import dev.bulkhead.common.AssetId;
import java.util.UUID;

/**
 * A pool, network or image in the hands of a project, beside whichever others have it.
 *
 * @param project the project's id
 */
public record Share(UUID project, AssetId asset) {}
