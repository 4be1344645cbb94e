package dev.bulkhead.asset.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.router.Route;
import dev.bulkhead.access.ui.ProjectSharing;
import dev.bulkhead.asset.Asset;
import dev.bulkhead.asset.AssetService;
import dev.bulkhead.common.AssetId;
import dev.bulkhead.engine.Network;
import jakarta.annotation.security.PermitAll;

/** All networks. */
@Route(NetworksView.PATH)
@PermitAll
class NetworksView extends AssetPage<Network> {

    static final String PATH = "networks";

    NetworksView(AssetService assets, ProjectSharing sharing) {
        super(
                PATH,
                new AssetTable<>(
                        PATH,
                        assets,
                        AssetId.Kind.NETWORK,
                        assets::networks,
                        sharing,
                        asset -> asset.id().name(),
                        asset -> kind(asset) + " " + subnets(asset),
                        table -> table.words(text("networks.type"), "100px", 1, NetworksView::kind)
                                .words(text("networks.subnets"), "130px", 2, NetworksView::subnets)
                                .words(
                                        text("networks.device"),
                                        "100px",
                                        1,
                                        asset -> asset.told().device())
                                .spare()
                                .words(text("networks.reach"), "120px", 1, NetworksView::reach)
                                .spare()));
    }

    private static String kind(Asset<Network> asset) {
        Network network = asset.told();
        return network.active() ? network.type() : network.type() + ", " + text("networks.inactive");
    }

    private static String subnets(Asset<Network> asset) {
        return String.join(", ", asset.told().subnets());
    }

    private static String reach(Asset<Network> asset) {
        return text(asset.told().outward() ? "networks.reach.outward" : "networks.reach.inward");
    }
}
