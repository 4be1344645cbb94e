package dev.bulkhead.console.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.ui.AddressBar;
import dev.bulkhead.common.ui.EmptyState;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.Notifications;
import dev.bulkhead.common.ui.PageHeading;
import dev.bulkhead.common.ui.PageTabs;
import dev.bulkhead.common.ui.Units;
import dev.bulkhead.console.ConsoleService;
import dev.bulkhead.console.ConsoleSession;
import dev.bulkhead.console.RecordingService;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Who has which console open, since when; leads there, and closes one. */
@Route("consoles")
@PermitAll
class ConsolesView extends Main implements BeforeEnterObserver, PageHeading {

    private static final String TAB = "tab";
    private static final String RECORDINGS = "recordings";

    private final ConsoleService consoles;
    private final PageTabs tabs = new PageTabs();
    private final Tab recordingsTab = new Tab(text("recordings"));
    private final Div open;
    private final RecordingList recordings;
    private final Grid<ConsoleSession> grid = new Grid<>();
    private final EmptyState nothing = new EmptyState(Icon.CONSOLE, text("consoles.none"), text("consoles.none.why"));

    ConsolesView(ConsoleService consoles, RecordingService recordings, AccessService access) {
        this.consoles = consoles;
        addClassName("consoles-page");
        grid.addClassName("hugging");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setSizeFull();
        addColumns(access.current().name());
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

    private void refresh() {
        List<ConsoleSession> now = consoles.list();
        grid.setItems(now);
        grid.setVisible(!now.isEmpty());
        nothing.setVisible(now.isEmpty());
    }

    private void addColumns(String reader) {
        grid.addColumn(LitRenderer.<ConsoleSession>of(
                                "<a class=\"task-name\" href=\"${item.address}\" router-link>${item.name}</a>")
                        .withProperty("address", ConsolesView::address)
                        .withProperty("name", session -> cut(session.instanceName(), 120)))
                .setHeader(text("consoles.column.instance"))
                .setWidth("200px")
                .setFlexGrow(2);
        grid.addColumn(LitRenderer.<ConsoleSession>of("${item.kind} <span class=\"muted\">${item.label}</span>")
                        .withProperty("kind", session -> text("console.kind." + lower(session)))
                        .withProperty(
                                "label",
                                session -> cut(session.label().isEmpty() ? session.port() : session.label(), 80)))
                .setHeader(text("consoles.column.kind"))
                .setWidth("160px")
                .setFlexGrow(1);
        grid.addColumn(LitRenderer.<ConsoleSession>of(
                                "<span>${item.holder}</span> <span class=\"muted\">${item.others}</span>")
                        .withProperty("holder", session -> holder(session, reader))
                        .withProperty("others", ConsolesView::others))
                .setHeader(text("consoles.column.who"))
                .setWidth("220px")
                .setFlexGrow(2);
        grid.addColumn(LitRenderer.<ConsoleSession>of(
                                "<relative-time class=\"muted\" form=\"ago\" datetime=\"${item.at}\"></relative-time>")
                        .withProperty("at", session -> session.opened().toString()))
                .setHeader(text("consoles.column.opened"))
                .setWidth("140px")
                .setFlexGrow(0);
        grid.addColumn(session -> Units.bytes(new ByteSize(session.received())))
                .setHeader(text("consoles.column.received"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("110px")
                .setFlexGrow(0);
        grid.addColumn(LitRenderer.<ConsoleSession>of(
                                "<vaadin-button theme=\"small\" @click=\"${close}\" aria-label=\"${item.close}\">${item.word}</vaadin-button>")
                        .withProperty("word", session -> text("consoles.close"))
                        .withProperty("close", session -> text("consoles.close.of", cut(session.instanceName(), 80)))
                        .withFunction("close", this::close))
                .setHeader(text("column.actions"))
                .setWidth("110px")
                .setFlexGrow(0);
    }

    private void close(ConsoleSession session) {
        if (!consoles.close(session.id())) {
            Notifications.failed(text("consoles.gone"));
        }
    }

    private static String holder(ConsoleSession session, String reader) {
        return session.holder() == null
                ? ""
                : session.viewer(session.holder())
                        .map(viewer -> text(
                                "consoles.controls",
                                viewer.name().equals(reader) ? text("consoles.you") : viewer.name()))
                        .orElse("");
    }

    private static String others(ConsoleSession session) {
        if (session.viewers().isEmpty()) {
            return text("consoles.nobody", session.owner());
        }
        String names = session.viewers().stream()
                .filter(viewer -> !viewer.id().equals(session.holder()))
                .map(ConsoleSession.Participant::name)
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : text("consoles.watch", names);
    }

    private static String address(ConsoleSession session) {
        return "instances/" + session.instance() + "?tab=" + tab(session) + "&kind=" + lower(session)
                + (session.port().isEmpty() ? "" : "&port=" + session.port()) + "&console=" + session.id();
    }

    private static String tab(ConsoleSession session) {
        return lower(session).equals("logs") ? "logs" : "console";
    }

    private static String lower(ConsoleSession session) {
        return session.kind().name().toLowerCase(Locale.ROOT);
    }
}
