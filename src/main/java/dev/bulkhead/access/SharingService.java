package dev.bulkhead.access;

import dev.bulkhead.common.AssetId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Gives pools, networks and images to projects. Blocks for some statements. */
@Service
public class SharingService {

    private final AccessRegistry registry;
    private final AccessStore store;
    private final AccessChecks checks;
    private final AccessService access;
    private final AssetDirectory assets;

    SharingService(
            AccessRegistry registry,
            AccessStore store,
            AccessChecks checks,
            AccessService access,
            AssetDirectory assets) {
        this.registry = registry;
        this.store = store;
        this.checks = checks;
        this.access = access;
        this.assets = assets;
    }

    /**
     * Gives some and takes some back: all of that or nothing. What a project has already, and what it has not, is no fault. Whoever sees
     * the instances of a project sees what it was given; so the caller has to manage both the host and the rights of the project.
     *
     * @throws AccessRefusedException NOT_FOUND for a project, or for what is to be given and is not there or not the caller's to see;
     *     DENIED
     */
    @Requires(Permission.ACCESS_MANAGE)
    public void change(Collection<Share> give, Collection<Share> take) {
        List<AccessChange> told = new ArrayList<>(told("project.give", give));
        told.addAll(told("project.take", take));
        registry.change(told, () -> {
            give.forEach(share -> {
                if (!assets.isListed(share.asset()) || !isVisible(share.asset())) {
                    throw AccessChecks.unknown(share.asset().kind().word());
                }
            });
            give.forEach(this::mayDispose);
            take.forEach(this::mayDispose);
            take.forEach(store.shares()::delete);
            give.forEach(store.shares()::delete);
            give.forEach(store.shares()::insert);
        });
    }

    private void mayDispose(Share share) {
        if (registry.model().project(share.project()).isEmpty()) {
            throw AccessChecks.unknown("project");
        }
        checks.mayManage(new Scope.InProject(share.project()));
        if (!access.allows(Permission.HOST_MANAGE, place(share.asset()))) {
            throw AccessChecks.denied("What is on a host is given to projects by those who manage the host");
        }
    }

    private boolean isVisible(AssetId asset) {
        return assets.host(asset.engine())
                .map(host -> access.rights().sees(asset, host))
                .orElse(false);
    }

    /** Where one must manage hosts for it: what was on a host that is gone can be taken back by who manages all. */
    private Scope place(AssetId asset) {
        return assets.host(asset.engine()).<Scope>map(Scope.OnHost::new).orElse(Scope.INSTALLATION);
    }

    private List<AccessChange> told(String verb, Collection<Share> shares) {
        Map<UUID, List<AssetId>> byProject = shares.stream()
                .collect(Collectors.groupingBy(
                        Share::project, TreeMap::new, Collectors.mapping(Share::asset, Collectors.toList())));
        AccessModel model = registry.model();
        List<AccessChange> told = new ArrayList<>();
        byProject.forEach((project, given) -> told.add(AccessChange.of(
                verb,
                project,
                model.project(project).map(Project::name).orElse(""),
                given.stream().sorted().map(AssetId::toString).collect(Collectors.joining(", ")))));
        return told;
    }
}
