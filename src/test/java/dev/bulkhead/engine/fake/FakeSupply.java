package dev.bulkhead.engine.fake;

import dev.bulkhead.engine.Image;
import dev.bulkhead.engine.Network;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The networks and images of a {@link FakeBackend}: none until a test puts some in. */
public final class FakeSupply {

    private final Map<String, Network> networks = new ConcurrentHashMap<>();
    private final Map<String, Image> images = new ConcurrentHashMap<>();

    /** Makes or replaces a network. */
    public void put(Network network) {
        networks.put(network.name(), network);
    }

    /** Makes or replaces an image. */
    public void put(Image image) {
        images.put(image.name(), image);
    }

    public void removeNetwork(String name) {
        networks.remove(name);
    }

    public void removeImage(String name) {
        images.remove(name);
    }

    /** Removes all. */
    public void clear() {
        networks.clear();
        images.clear();
    }

    List<Network> networks() {
        return List.copyOf(networks.values());
    }

    List<Image> images() {
        return List.copyOf(images.values());
    }
}
