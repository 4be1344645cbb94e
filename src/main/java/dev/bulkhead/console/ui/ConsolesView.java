package dev.bulkhead.console.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.common.ui.AddressBar;
import dev.bulkhead.common.ui.EmptyState;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.Notifications;
import dev.bulkhead.common.ui.PageHeading;
import dev.bulkhead.common.ui.PageTabs;
import dev.bulkhead.console.ConsoleService;
import dev.bulkhead.console.ConsoleSession;
import dev.bulkhead.console.RecordingService;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;

/** Who has which console open, since when; leads there, and closes one. */
@Route("consoles")
@PermitAll
class ConsolesView extends Main implements BeforeEnterObserver, PageHeading {

    private static final String TAB = "tab";
    private static final String RECORDINGS = "recordings";
    /** The address of the list of recordings. */
    static final String RECORDINGS_PATH = "consoles?" + TAB + "=" + RECORDINGS;

    private final ConsoleService consoles;
    private final PageTabs tabs = new PageTabs();
    private final Tab recordingsTab = new Tab(text("recordings"));
    private final Div open;
    private final RecordingList recordings;
    private final ConsoleGrid grid;
    private final EmptyState nothing = new EmptyState(Icon.CONSOLE, text("consoles.none"), text("consoles.none.why"));

    ConsolesView(ConsoleService consoles, RecordingService recordings, AccessService access) {
        this.consoles = consoles;
        addClassName("consoles-page");
        grid = new ConsoleGrid(access.current().name(), this::close);
        open = new Div(grid, nothing);
        open.addClassName("list");
        this.recordings = new RecordingList(recordings);
        tabs.add(new Tab(text("consoles.open")), recordingsTab);
        tabs.addSelectedChangeListener(change -> {
            showTab();
            if (change.isFromClient()) {
                AddressBar.push(
                        "consoles", QueryParameters.simple(isOnRecordings() ? Map.of(TAB, RECORDINGS) : Map.of()));
            }
        });
        add(tabs, open, this.recordings);
        showTab();
        LiveBinding.bind(this, consoles::onChange, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        boolean wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(TAB)
                .filter(RECORDINGS::equals)
                .isPresent();
        tabs.setSelectedIndex(wanted ? 1 : 0);
    }

    private boolean isOnRecordings() {
        return recordingsTab.equals(tabs.getSelectedTab());
    }

    private void showTab() {
        open.setVisible(!isOnRecordings());
        recordings.setVisible(isOnRecordings());
    }

    @Override
    public String heading() {
        return text("consoles");
    }

    private void close(ConsoleSession session) {
        if (!consoles.close(session.id())) {
            Notifications.failed(text("consoles.gone"));
        }
    }

    private void refresh() {
        List<ConsoleSession> now = consoles.list();
        grid.show(now);
        grid.setVisible(!now.isEmpty());
        nothing.setVisible(now.isEmpty());
    }
}
