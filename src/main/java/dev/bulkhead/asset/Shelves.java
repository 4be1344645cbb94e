package dev.bulkhead.asset;

import dev.bulkhead.access.AssetDirectory;
import dev.bulkhead.common.AssetId;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.HostId;
import dev.bulkhead.engine.Capacity;
import dev.bulkhead.engine.HostFacts;
import dev.bulkhead.engine.Image;
import dev.bulkhead.engine.Images;
import dev.bulkhead.engine.Network;
import dev.bulkhead.engine.Networks;
import dev.bulkhead.host.EngineRegistry;
import dev.bulkhead.host.EngineStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What all engines have, read while somebody looks. */
@Component
class Shelves implements AssetDirectory {

    private final EngineRegistry registry;
    private final Shelf<HostFacts.Pool> pools;
    private final Shelf<Network> networks;
    private final Shelf<Image> images;

    Shelves(EngineRegistry registry) {
        this.registry = registry;
        pools = new Shelf<>(
                registry,
                AssetId.Kind.POOL,
                engine -> engine.capacity().map(Capacity::read).map(HostFacts::pools),
                HostFacts.Pool::name);
        networks = new Shelf<>(
                registry, AssetId.Kind.NETWORK, engine -> engine.networks().map(Networks::list), Network::name);
        images = new Shelf<>(
                registry, AssetId.Kind.IMAGE, engine -> engine.images().map(Images::list), Image::name);
    }

    Shelf<HostFacts.Pool> pools() {
        return pools;
    }

    Shelf<Network> networks() {
        return networks;
    }

    Shelf<Image> images() {
        return images;
    }

    List<EngineStatus> engines() {
        return registry.statuses();
    }

    /** What changes elsewhere shows on a page that is open. */
    @Scheduled(fixedDelay = 2_000, initialDelay = 2_000)
    void askAgain() {
        Stream.of(pools, networks, images)
                .map(Shelf::answers)
                .filter(answers -> answers.isWatched())
                .forEach(answers -> engines().forEach(engine -> answers.reading(engine.id())));
    }

    @Override
    public Optional<HostId> host(EngineId engine) {
        return registry.status(engine).map(EngineStatus::host);
    }

    @Override
    public boolean isListed(AssetId asset) {
        return pools.holds(asset) || networks.holds(asset) || images.holds(asset);
    }
}
