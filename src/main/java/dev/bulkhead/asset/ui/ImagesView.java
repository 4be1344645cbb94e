package dev.bulkhead.asset.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Route;
import dev.bulkhead.access.ui.ProjectSharing;
import dev.bulkhead.asset.Asset;
import dev.bulkhead.asset.AssetService;
import dev.bulkhead.common.AssetId;
import dev.bulkhead.common.ui.Units;
import dev.bulkhead.engine.Image;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;

/** All images. */
@Route(ImagesView.PATH)
@PermitAll
class ImagesView extends AssetPage<Image> {

    static final String PATH = "images";

    /** Of an id, which is enough for the engines' own commands. */
    private static final int ID_SHOWN = 12;

    ImagesView(AssetService assets, ProjectSharing sharing) {
        super(
                PATH,
                new AssetTable<>(
                        PATH,
                        assets,
                        AssetId.Kind.IMAGE,
                        assets::images,
                        sharing,
                        ImagesView::name,
                        asset -> Units.bytes(asset.told().size()),
                        table -> table.words(text("images.type"), "110px", 1, ImagesView::type)
                                .words(
                                        text("images.size"),
                                        "90px",
                                        0,
                                        asset -> Units.bytes(asset.told().size()))
                                .cells(text("images.created"), "110px", 0, made())
                                .spare()
                                .words(text("images.description"), "140px", 2, ImagesView::description)
                                .spare()));
    }

    private static String name(Asset<Image> asset) {
        String name = asset.told().name();
        if (asset.told().named()) {
            return name;
        }
        String id = name.substring(name.indexOf(':') + 1);
        return text("images.unnamed", id.substring(0, Math.min(ID_SHOWN, id.length())));
    }

    private static LitRenderer<Asset<Image>> made() {
        return LitRenderer.<Asset<Image>>of("""
                        ${item.at ? html`<relative-time class="muted" form="ago" datetime="${item.at}"></relative-time>` : ''}""")
                .withProperty("at", asset -> Objects.toString(asset.told().createdAt(), ""));
    }

    private static String type(Asset<Image> asset) {
        return text("images.type." + asset.told().type());
    }

    private static String description(Asset<Image> asset) {
        Image image = asset.told();
        return image.description().isEmpty() || image.architecture().isEmpty()
                ? image.description() + image.architecture()
                : image.description() + ", " + image.architecture();
    }
}
