package dev.bulkhead.asset.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Route;
import dev.bulkhead.access.ui.ProjectSharing;
import dev.bulkhead.asset.Asset;
import dev.bulkhead.asset.AssetService;
import dev.bulkhead.common.AssetId;
import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.ui.Meter;
import dev.bulkhead.common.ui.Units;
import dev.bulkhead.engine.HostFacts.Pool;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** All storage pools. */
@Route(StorageView.PATH)
@PermitAll
class StorageView extends AssetPage<Pool> {

    static final String PATH = "storage";

    StorageView(AssetService assets, ProjectSharing sharing) {
        super(
                PATH,
                new AssetTable<>(
                        "pools",
                        assets,
                        AssetId.Kind.POOL,
                        assets::pools,
                        sharing,
                        asset -> asset.id().name(),
                        StorageView::used,
                        table -> table.words(text("pools.driver"), "90px", 0, StorageView::driver)
                                .words(
                                        text("pools.location"),
                                        "140px",
                                        2,
                                        asset -> asset.told().location())
                                .spare()
                                .bars(text("pools.used"), "150px", 1, meter())
                                .words(
                                        text("pools.promised"),
                                        "90px",
                                        0,
                                        asset -> Units.bytes(asset.told().promised()))
                                .spare()));
    }

    private static String driver(Asset<Pool> asset) {
        Pool pool = asset.told();
        return pool.active() ? pool.driver() : text("pools.inactive", pool.driver());
    }

    private static String used(Asset<Pool> asset) {
        return Units.bytesOf(asset.told().used(), asset.told().total());
    }

    private static LitRenderer<Asset<Pool>> meter() {
        return LitRenderer.<Asset<Pool>>of("""
                        <div class="quota-cell" title="${item.words}">${item.known ? html`<div class="${item.bar}"><div \
                        class="promised" style="--share:${item.promised}"></div><div class="used" \
                        style="--share:${item.used}"></div></div>` : ''}<span>${item.words}</span></div>""")
                .withProperty("words", StorageView::used)
                .withProperty("known", asset -> share(asset.told().used(), asset.told()) != null)
                .withProperty("bar", asset -> {
                    Double share = share(asset.told().used(), asset.told());
                    return share != null && share > Meter.FULL * 100 ? "bar full" : "bar";
                })
                .withProperty("promised", asset -> share(asset.told().promised(), asset.told()))
                .withProperty("used", asset -> share(asset.told().used(), asset.told()));
    }

    /** In percent of what there is, 100 at most; null when unknown. */
    private static @Nullable Double share(@Nullable ByteSize part, Pool pool) {
        ByteSize total = pool.total();
        return part == null || total == null || total.bytes() == 0
                ? null
                : Double.valueOf(Math.min(100, 100.0 * part.bytes() / total.bytes()));
    }
}
