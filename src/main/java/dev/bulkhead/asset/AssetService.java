package dev.bulkhead.asset;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.ProjectService;
import dev.bulkhead.access.Requires;
import dev.bulkhead.access.Rights;
import dev.bulkhead.access.Scope;
import dev.bulkhead.common.AssetId;
import dev.bulkhead.common.Registration;
import dev.bulkhead.engine.HostFacts;
import dev.bulkhead.engine.Image;
import dev.bulkhead.engine.Network;
import dev.bulkhead.host.Asked;
import dev.bulkhead.host.EngineAnswers;
import dev.bulkhead.host.EngineStatus;
import dev.bulkhead.host.HostFeed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Pools, networks and images that the caller may see: those of hosts that they see, and those that were given to projects whose
 * instances they see. Answers from memory, and has engines asked meanwhile.
 */
@Service
public class AssetService {

    private final Shelves shelves;
    private final HostFeed hosts;
    private final ProjectService projects;
    private final AccessService access;

    AssetService(Shelves shelves, HostFeed hosts, ProjectService projects, AccessService access) {
        this.shelves = shelves;
        this.hosts = hosts;
        this.projects = projects;
        this.access = access;
    }

    @Requires(Permission.ENTER)
    public AssetList<HostFacts.Pool> pools() {
        return list(shelves.pools());
    }

    @Requires(Permission.ENTER)
    public AssetList<Network> networks() {
        return list(shelves.networks());
    }

    @Requires(Permission.ENTER)
    public AssetList<Image> images() {
        return list(shelves.images());
    }

    /**
     * Calls {@code listener} after an engine told of any of that kind, or somebody's rights changed; any thread, must return at once. Has
     * engines asked every few seconds until it is closed.
     */
    @Requires(Permission.ENTER)
    public Registration onChange(AssetId.Kind kind, Runnable listener) {
        EngineAnswers<?> answers = switch (kind) {
            case POOL -> shelves.pools().answers();
            case NETWORK -> shelves.networks().answers();
            case IMAGE -> shelves.images().answers();
        };
        Registration told = answers.onChange(listener);
        Registration changed = access.onChange(listener);
        return () -> {
            told.close();
            changed.close();
        };
    }

    private <T> AssetList<T> list(Shelf<T> shelf) {
        Rights rights = access.rights();
        Map<?, String> names =
                hosts.hosts().stream().collect(Collectors.toMap(HostFeed.Reading::id, HostFeed.Reading::name));
        List<Asset<T>> found = new ArrayList<>();
        List<Asked> asked = new ArrayList<>();
        for (EngineStatus engine : shelves.engines()) {
            EngineAnswers.Reading<T> reading =
                    shelf.answers().reading(engine.id()).orElse(null);
            Scope host = new Scope.OnHost(engine.host());
            if (rights.at(Permission.HOST_VIEW, host)) {
                asked.add(shelf.answers().asked(engine));
            }
            if (reading == null) {
                continue;
            }
            boolean mayGive = rights.at(Permission.HOST_MANAGE, host) && rights.anywhere(Permission.ACCESS_MANAGE);
            for (T one : reading.found()) {
                AssetId id = shelf.id(engine.id(), one);
                if (rights.sees(id, engine.host())) {
                    found.add(new Asset<>(
                            id,
                            engine.host(),
                            names.getOrDefault(engine.host(), ""),
                            one,
                            projects.having(id),
                            mayGive));
                }
            }
        }
        found.sort(Comparator.comparing((Asset<T> asset) -> asset.id().name(), String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Asset::id));
        return new AssetList<>(found, asked);
    }
}
