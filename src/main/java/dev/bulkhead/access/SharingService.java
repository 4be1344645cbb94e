package dev.bulkhead.access;

import dev.bulkhead.common.AssetId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
    public void change(Collection<Share> wanted, Collection<Share> unwanted) {
        // What is named twice is given once.
        Set<Share> give = new LinkedHashSet<>(wanted);
        Set<Share> take = new LinkedHashSet<>(unwanted);
        List<AccessChange> told = Stream.concat(told("project.give", give), told("project.take", take))
                .toList();
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

    /** One each: the record says of every single one who has it. */
    private Stream<AccessChange> told(String verb, Collection<Share> shares) {
        AccessModel model = registry.model();
        return shares.stream()
                .map(share -> AccessChange.of(
                        verb,
                        share.project(),
                        model.project(share.project()).map(Project::name).orElse(""),
                        share.asset().toString()));
    }
}
