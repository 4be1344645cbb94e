package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Div;
import dev.bulkhead.common.ui.EmptyState;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.console.ThumbnailService;
import dev.bulkhead.console.ThumbnailWatch;
import dev.bulkhead.console.ui.Thumbnails;
import dev.bulkhead.instance.InstanceQuery;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.instance.InventoryItem;
import dev.bulkhead.operation.OperationService;
import java.util.List;

/** The screens of all machines of a query that run, each as it is now. */
final class ScreenWall extends Div {

    private final InstanceService instances;
    private final Rows rows;
    private final Thumbnails screens;
    private final Div leftOut = new Div();
    private final EmptyState none = new EmptyState(Icon.VIRTUAL_MACHINE, text("wall.none"), text("wall.none.why"));
    private InstanceQuery query = InstanceQuery.ALL;

    ScreenWall(InstanceService instances, OperationService operations, Rows rows, ThumbnailService thumbnails) {
        this.instances = instances;
        this.rows = rows;
        this.screens = new Thumbnails(thumbnails);
        addClassName("screen-wall");
        leftOut.addClassNames("left-out", "muted");
        add(screens, none, leftOut);
        LiveBinding.bind(this, instances::onChange, this::fill);
        LiveBinding.bind(this, operations::onChange, this::fill);
    }

    /** While it is on a page, it follows by itself what becomes of the query. */
    void show(InstanceQuery wanted) {
        if (!wanted.equals(query)) {
            query = wanted;
            fill();
        }
    }

    private void fill() {
        List<InventoryItem> running = instances.list(query).stream()
                .filter(item -> item.instance().state().isActive())
                .toList();
        List<InventoryItem> shown = running.stream().filter(LiveScreen::isOf).toList();
        int room = Math.min(shown.size(), ThumbnailWatch.MOST);
        screens.show(shown.stream()
                .limit(room)
                .map(item -> LiveScreen.of(item, rows))
                .toList());
        none.setVisible(shown.isEmpty());
        showLeftOut(running.size() - shown.size(), shown.size() - room);
    }

    private void showLeftOut(int withoutScreen, int beyond) {
        String words = withoutScreen == 0 ? "" : text("wall.without-screen", withoutScreen);
        leftOut.setText(beyond == 0 ? words : (words + " " + text("wall.beyond", beyond)).strip());
    }
}
