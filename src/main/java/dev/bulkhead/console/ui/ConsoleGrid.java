package dev.bulkhead.console.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.ui.Units;
import dev.bulkhead.common.ui.WindowWidth;
import dev.bulkhead.console.ConsoleSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Open consoles: what, who is there and who types, since when. On a phone what has no column stands below the instance's name. */
final class ConsoleGrid extends Grid<ConsoleSession> {

    private static final int NARROW = 700;
    private static final int MEDIUM = 1200;

    private final String reader;

    /**
     * @param reader name of who looks at it
     * @param close called for a console that the reader wants to end
     */
    ConsoleGrid(String reader, Consumer<ConsoleSession> close) {
        this.reader = reader;
        addClassName("hugging");
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setSizeFull();
        addColumn(LitRenderer.<ConsoleSession>of(
                                "<div class=\"name-cell\"><div class=\"words\"><a href=\"${item.address}\" router-link>${item.name}</a>"
                                        + "<span class=\"below\">${item.below}</span></div></div>")
                        .withProperty("address", ConsoleGrid::address)
                        .withProperty("name", session -> cut(session.instanceName(), 120))
                        .withProperty("below", this::summary))
                .setHeader(text("consoles.column.instance"))
                .setWidth("140px")
                .setFlexGrow(2);
        Column<ConsoleSession> kind = addColumn(ConsoleGrid::what)
                .setHeader(text("consoles.column.kind"))
                .setWidth("140px")
                .setFlexGrow(1);
        Column<ConsoleSession> who = addColumn(this::who)
                .setHeader(text("consoles.column.who"))
                .setWidth("200px")
                .setFlexGrow(2);
        Column<ConsoleSession> opened = addColumn(LitRenderer.<ConsoleSession>of(
                                "<relative-time class=\"muted\" form=\"ago\" datetime=\"${item.at}\"></relative-time>")
                        .withProperty("at", session -> session.opened().toString()))
                .setHeader(text("consoles.column.opened"))
                .setWidth("130px")
                .setFlexGrow(0);
        Column<ConsoleSession> received = addColumn(session -> Units.bytes(new ByteSize(session.received())))
                .setHeader(text("consoles.column.received"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("110px")
                .setFlexGrow(0);
        addColumn(LitRenderer.<ConsoleSession>of(
                                "<vaadin-button theme=\"small\" @click=\"${close}\" aria-label=\"${item.close}\">${item.word}</vaadin-button>")
                        .withProperty("word", session -> text("consoles.close"))
                        .withProperty("close", session -> text("consoles.close.of", cut(session.instanceName(), 80)))
                        .withFunction("close", close::accept))
                .setHeader(text("column.actions"))
                .setWidth("100px")
                .setFlexGrow(0);
        WindowWidth.follow(this, pixels -> {
            Stream.of(kind, who, opened).forEach(column -> column.setVisible(pixels >= NARROW));
            received.setVisible(pixels >= MEDIUM);
            getElement().getClassList().set("narrow", pixels < NARROW);
        });
    }

    void show(List<ConsoleSession> sessions) {
        setItems(sessions);
        getStyle().set("--rows", String.valueOf(sessions.size()));
    }

    private String summary(ConsoleSession session) {
        String who = who(session);
        return who.isEmpty() ? what(session) : what(session) + " · " + who;
    }

    private static String what(ConsoleSession session) {
        String detail = session.label().isEmpty() ? session.port() : session.label();
        return (text("console.kind." + lower(session)) + " " + cut(detail, 80)).strip();
    }

    /** "ada in control, bo watching", or that nobody is there. */
    private String who(ConsoleSession session) {
        if (session.viewers().isEmpty()) {
            return text("consoles.nobody", session.owner());
        }
        Stream<String> holder = session.viewers().stream()
                .filter(viewer -> viewer.id().equals(session.holder()))
                .map(viewer -> text("consoles.controls", named(viewer.name())));
        String others = session.viewers().stream()
                .filter(viewer -> !viewer.id().equals(session.holder()))
                .map(viewer -> named(viewer.name()))
                .distinct()
                .collect(Collectors.joining(", "));
        return Stream.concat(holder, others.isEmpty() ? Stream.empty() : Stream.of(text("consoles.watch", others)))
                .collect(Collectors.joining(" · "));
    }

    private String named(String user) {
        return user.equals(reader) ? text("consoles.you") : cut(user, 40);
    }

    private static String address(ConsoleSession session) {
        String kind = lower(session);
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("tab", kind.equals("logs") ? "logs" : "console");
        parameters.put("kind", kind);
        parameters.put("port", session.port());
        parameters.put("console", session.id().toString());
        parameters.values().removeIf(String::isEmpty);
        return new Location("instances/" + session.instance(), QueryParameters.simple(parameters))
                .getPathWithQueryParameters();
    }

    private static String lower(ConsoleSession session) {
        return session.kind().name().toLowerCase(Locale.ROOT);
    }
}
