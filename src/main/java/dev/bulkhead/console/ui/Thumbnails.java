package dev.bulkhead.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.Registration;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.console.ThumbnailService;
import dev.bulkhead.console.ThumbnailWatch;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Live pictures of screens. Only those that are in view are kept up to date, and none while the tab is hidden. */
@Tag("bulkhead-thumbnails")
@JsModule("./console/bulkhead-thumbnails.ts")
public final class Thumbnails extends Component implements HasStyle {

    private static final String SEEN = "event.detail";

    private final ThumbnailService service;
    private Map<InstanceId, ThumbnailTile> tiles = Map.of();
    private Set<InstanceId> inView = Set.of();
    private @Nullable ThumbnailWatch watch;

    /** Only for a reader who may watch screens. */
    public Thumbnails(ThumbnailService service) {
        this.service = service;
        getElement()
                .addEventListener(
                        "seen", event -> see(event.getEventData().path(SEEN).asString("")))
                .addEventData(SEEN);
        LiveBinding.bind(this, this::begin, this::refresh);
    }

    /**
     * One screen.
     *
     * @param name of the machine
     * @param state in words
     * @param tone the class that draws the state
     * @param path of where its console is
     */
    public record Shown(InstanceId id, String name, String state, String tone, String path) {}

    /** What to show from now on, in this order. A tile that was there before keeps its picture. */
    public void show(List<Shown> screens) {
        Map<InstanceId, ThumbnailTile> now = new LinkedHashMap<>();
        for (Shown screen : screens) {
            ThumbnailTile known = tiles.get(screen.id());
            ThumbnailTile tile = known == null ? new ThumbnailTile(screen.id()) : known;
            tile.show(screen);
            now.put(screen.id(), tile);
        }
        boolean another = !List.copyOf(now.keySet()).equals(List.copyOf(tiles.keySet()));
        tiles = now;
        if (another) {
            getElement().removeAllChildren();
            now.values().forEach(tile -> getElement().appendChild(tile.getElement()));
        }
    }

    private Registration begin(Runnable changed) {
        ThumbnailWatch begun = service.watch(changed);
        watch = begun;
        begun.see(inView);
        return begun;
    }

    /** What a browser says is believed of our own tiles only. */
    private void see(String ids) {
        inView = Arrays.stream(ids.split(" "))
                .flatMap(id -> InstanceId.parse(id).stream())
                .filter(tiles::containsKey)
                .collect(Collectors.toUnmodifiableSet());
        if (watch != null) {
            watch.see(inView);
        }
        refresh();
    }

    private void refresh() {
        inView.forEach(id -> {
            ThumbnailTile tile = tiles.get(id);
            if (tile != null) {
                service.find(id).ifPresent(tile::show);
            }
        });
    }
}
