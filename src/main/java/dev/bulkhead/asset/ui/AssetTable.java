package dev.bulkhead.asset.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import dev.bulkhead.access.Project;
import dev.bulkhead.access.ui.ProjectSharing;
import dev.bulkhead.asset.Asset;
import dev.bulkhead.asset.AssetList;
import dev.bulkhead.asset.AssetService;
import dev.bulkhead.common.AssetId;
import dev.bulkhead.common.ui.EmptyState;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.NamedGrid.RowAction;
import dev.bulkhead.common.ui.SearchedList;
import dev.bulkhead.host.Asked;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** All of one kind that the reader may see, each with where it is and whose; engines that did not tell are named below. */
final class AssetTable<T> extends SearchedList<Asset<T>> {

    private static final int LONGEST_REASON = 200;

    private final Supplier<AssetList<T>> source;
    private final Div silence = new Div();
    private List<String> said = List.of();

    /**
     * @param key of the texts
     * @param name of a row, as people know it
     * @param below what the columns say, for a phone
     * @param columns puts those of the kind between the name and the projects
     */
    AssetTable(
            String key,
            AssetService assets,
            AssetId.Kind kind,
            Supplier<AssetList<T>> source,
            ProjectSharing sharing,
            ValueProvider<Asset<T>, String> name,
            ValueProvider<Asset<T>, String> below,
            Consumer<AssetTable<T>> columns) {
        super(
                key + ".count",
                new EmptyState(Icon.INFO, text(key + ".none"), text(key + ".none.why")),
                listener -> assets.onChange(kind, listener));
        this.source = source;
        silence.addClassName("silence");
        grid.name(text("asset.name"), name, asset -> place(asset) + " · " + below.apply(asset), null)
                .words(text("asset.engine"), "150px", 1, AssetTable::place);
        columns.accept(this);
        grid.words(text("asset.projects"), "100px", 1, AssetTable::projects)
                .menu(
                        name,
                        asset -> asset.mayGive()
                                ? List.of(new RowAction(
                                        text("asset.give.menu"),
                                        false,
                                        () -> sharing.ask(asset.id(), name.apply(asset), asset.projects())))
                                : List.of());
    }

    /** One more column of words. */
    AssetTable<T> words(String header, String width, int grow, ValueProvider<Asset<T>, String> words) {
        grid.words(header, width, grow, words);
        return this;
    }

    /** One more column, of bars with words below. */
    AssetTable<T> bars(String header, String width, int grow, LitRenderer<Asset<T>> content) {
        grid.roomy(header, width, grow, content).tall();
        return this;
    }

    /** One more column, with more than words. */
    AssetTable<T> cells(String header, String width, int grow, LitRenderer<Asset<T>> content) {
        grid.roomy(header, width, grow, content);
        return this;
    }

    /** The column that was put last is shown only where there is much room. */
    AssetTable<T> spare() {
        grid.spare();
        return this;
    }

    /** What engines did not tell, and why. */
    Component silence() {
        return silence;
    }

    @Override
    protected List<Asset<T>> load() {
        AssetList<T> now = source.get();
        List<String> silent = now.engines().stream()
                .filter(Asked::isSilent)
                .map(AssetTable::silence)
                .toList();
        if (!silent.equals(said)) {
            said = silent;
            silence.removeAll();
            silent.forEach(words -> silence.add(new Paragraph(words)));
        }
        return now.found();
    }

    @Override
    protected String searchable(Asset<T> asset) {
        return asset.id().name() + " " + place(asset) + " " + projects(asset);
    }

    private static String silence(Asked engine) {
        String reason = engine.reason();
        return reason == null
                ? text("asset.asking", engine.engine())
                : text("asset.fault", engine.engine(), cut(reason, LONGEST_REASON));
    }

    private static String place(Asset<?> asset) {
        return text("asset.place", asset.id().engine(), asset.hostName());
    }

    private static String projects(Asset<?> asset) {
        return asset.projects().stream().map(Project::name).collect(Collectors.joining(", "));
    }
}
