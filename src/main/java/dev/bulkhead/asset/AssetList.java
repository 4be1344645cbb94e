package dev.bulkhead.asset;

import dev.bulkhead.host.Asked;
import java.util.List;

/**
 * What there is of one kind, as far as the caller may see it.
 *
 * @param found by name, then by engine
 * @param engines how far the engines of hosts that the caller sees were asked
 */
public record AssetList<T>(List<Asset<T>> found, List<Asked> engines) {

    public AssetList {
        found = List.copyOf(found);
        engines = List.copyOf(engines);
    }
}
