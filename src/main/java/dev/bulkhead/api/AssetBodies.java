package dev.bulkhead.api;

import dev.bulkhead.api.HostBody.PoolBody;
import dev.bulkhead.asset.Asset;
import dev.bulkhead.asset.AssetList;
import dev.bulkhead.engine.HostFacts;
import dev.bulkhead.engine.Image;
import dev.bulkhead.engine.Network;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** JSON of pools, networks and images, and of projects that have them. */
final class AssetBodies {

    private AssetBodies() {}

    /** All pools. */
    @Schema(name = "Pools")
    record PoolsBody(List<AssetPoolBody> found, List<AskedBody> engines) {
        static PoolsBody of(AssetList<HostFacts.Pool> list) {
            return new PoolsBody(each(list, AssetPoolBody::of), asked(list));
        }
    }

    /** All networks. */
    @Schema(name = "Networks")
    record NetworksBody(List<NetworkBody> found, List<AskedBody> engines) {
        static NetworksBody of(AssetList<Network> list) {
            return new NetworksBody(each(list, NetworkBody::of), asked(list));
        }
    }

    /** All images. */
    @Schema(name = "Images")
    record ImagesBody(List<ImageBody> found, List<AskedBody> engines) {
        static ImagesBody of(AssetList<Image> list) {
            return new ImagesBody(each(list, ImageBody::of), asked(list));
        }
    }

    /** Where something is, and whose. */
    @Schema(name = "AssetPlace")
    record PlaceBody(
            String engine,
            String host,

            @Schema(description = "Ids of those that it was given to, of those that the caller sees")
            List<String> projects) {

        static PlaceBody of(Asset<?> asset) {
            return new PlaceBody(
                    asset.id().engine().value(),
                    asset.host().value(),
                    asset.projects().stream()
                            .map(project -> project.id().toString())
                            .toList());
        }
    }

    /** One pool. */
    @Schema(name = "StoragePool")
    record AssetPoolBody(String id, PlaceBody at, PoolBody pool) {
        static AssetPoolBody of(Asset<HostFacts.Pool> asset) {
            return new AssetPoolBody(asset.id().toString(), PlaceBody.of(asset), PoolBody.of(asset.told()));
        }
    }

    /** One network. */
    @Schema(name = "Network")
    record NetworkBody(
            String id,
            PlaceBody at,
            String name,

            @Schema(description = "In the engine's word") String type,

            @Schema(description = "The host's interface; may be empty")
            String device,

            @Schema(description = "In CIDR notation") List<String> subnets,

            @Schema(description = "Whether guests reach beyond the host by it")
            boolean outward,

            boolean active) {

        static NetworkBody of(Asset<Network> asset) {
            Network network = asset.told();
            return new NetworkBody(
                    asset.id().toString(),
                    PlaceBody.of(asset),
                    network.name(),
                    network.type(),
                    network.device(),
                    network.subnets(),
                    network.outward(),
                    network.active());
        }
    }

    /** One image. */
    @Schema(name = "Image")
    record ImageBody(
            String id,
            PlaceBody at,
            String name,

            @Schema(description = "Whether people gave it that name; else it is an id")
            boolean named,

            @Schema(description = "container, virtual-machine or iso")
            String type,

            String description,
            String architecture,
            @Nullable Long sizeBytes,
            @Nullable Instant createdAt) {

        static ImageBody of(Asset<Image> asset) {
            Image image = asset.told();
            return new ImageBody(
                    asset.id().toString(),
                    PlaceBody.of(asset),
                    image.name(),
                    image.named(),
                    image.type(),
                    image.description(),
                    image.architecture(),
                    InstanceBody.bytes(image.size()),
                    image.createdAt());
        }
    }

    /** What a project is given, and what is taken back: ids as the lists have them. */
    @Schema(name = "AssetChange")
    record ChangeBody(List<String> give, List<String> take) {
        ChangeBody(@Nullable List<String> give, @Nullable List<String> take) {
            this.give = give == null ? List.of() : give;
            this.take = take == null ? List.of() : take;
        }
    }

    private static <T, B> List<B> each(AssetList<T> list, Function<Asset<T>, B> body) {
        return list.found().stream().map(body).toList();
    }

    private static List<AskedBody> asked(AssetList<?> list) {
        return list.engines().stream().map(AskedBody::of).toList();
    }
}
