package dev.bulkhead.console.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Div;
import dev.bulkhead.access.ConfirmationRequiredException;
import dev.bulkhead.access.ui.ConfirmDialog;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.Notifications;
import dev.bulkhead.console.ConsoleMode;
import dev.bulkhead.console.ConsoleOptions;
import dev.bulkhead.console.ConsoleService;
import dev.bulkhead.console.ConsoleSession;
import dev.bulkhead.console.ConsoleTicket;
import dev.bulkhead.console.RecordingPolicy;
import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.ConsoleRequest;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.TerminalSize;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One console on the page, with its bar: gets a ticket whenever the browser wants one, and shows who is there. */
final class OpenConsole extends Div implements Handover {

    private final ConsoleService consoles;
    private final InstanceId instance;
    private final ConsoleRequest request;
    private final boolean mayControl;
    private final ConsoleElement element;
    private final ConsoleBar bar;
    private final RecordSwitch recordSwitch;
    private Consumer<UUID> opened = room -> {};
    private @Nullable UUID room;
    private @Nullable UUID viewer;

    /**
     * @param name of the instance, for files that are saved
     * @param room to come back to; null for the shared one of its kind, or a new one
     * @param ownWindow address of a page with nothing but this console; "" where there is none
     */
    OpenConsole(
            ConsoleService consoles,
            boolean mayControl,
            InstanceId instance,
            String name,
            ConsoleRequest request,
            @Nullable UUID room,
            String ownWindow) {
        this.consoles = consoles;
        this.mayControl = mayControl;
        this.instance = instance;
        this.request = request;
        this.room = room;
        addClassName("open-console");
        if (request.kind() == ConsoleKind.SCREEN) {
            Screen screen = new Screen();
            ScreenBar screenBar = new ScreenBar(screen, this, name, ownWindow);
            screenBar.setViewOnly(!mayControl);
            element = screen;
            bar = screenBar;
        } else {
            Terminal terminal = terminal();
            terminal.onOpened(hello -> remember(hello.console()));
            terminal.onExit(exit -> forget());
            element = terminal;
            bar = request.kind() == ConsoleKind.LOGS
                    ? TerminalBar.log(terminal, ownWindow)
                    : TerminalBar.interactive(terminal, request.kind() == ConsoleKind.EXEC, ownWindow);
        }
        recordSwitch = new RecordSwitch(wanted -> record(wanted));
        element.onTicketWanted(this::connect);
        add(bar, element);
        if (request.kind().takesInput() && consoles.recordingPolicy() != RecordingPolicy.OFF) {
            bar.addAtStart(recordSwitch);
        }
        LiveBinding.bind(this, consoles::onChange, this::showRoom);
    }

    private Terminal terminal() {
        return request.kind() == ConsoleKind.LOGS ? Terminal.log() : Terminal.interactive();
    }

    ConsoleBar bar() {
        return bar;
    }

    /** Told which room this is in, each time that it is another. */
    void onOpened(Consumer<UUID> listener) {
        opened = listener;
    }

    private void remember(String id) {
        UUID now = UUID.fromString(id);
        if (!now.equals(room)) {
            room = now;
            opened.accept(now);
        }
    }

    private void forget() {
        room = null;
    }

    private void connect(ConsoleElement.TicketWanted wanted) {
        UUID back = room;
        try {
            ConsoleTicket ticket = consoles.open(instance, options(wanted, back));
            viewer = ticket.viewer();
            element.connect(ticket.path().substring(1));
        } catch (ConfirmationRequiredException unconfirmed) {
            element.refuse(text("confirm.host-level"), false);
            ConfirmDialog.ask(() -> connect(wanted));
        } catch (EngineException refusal) {
            // The next time that somebody asks, it is for a new one.
            forget();
            element.refuse(String.valueOf(refusal.getMessage()), refusal.kind().isRetryable());
        }
    }

    private ConsoleOptions options(ConsoleElement.TicketWanted wanted, @Nullable UUID back) {
        ConsoleMode mode = mayControl ? ConsoleMode.CONTROL : ConsoleMode.VIEW;
        ConsoleRequest sized =
                wanted.columns() > 0 ? request.sized(new TerminalSize(wanted.columns(), wanted.rows())) : request;
        ConsoleOptions fresh = ConsoleOptions.of(sized, mode);
        if (back == null || !isWorthReturning(back)) {
            return fresh;
        }
        return fresh.returningTo(back, wanted.console().equals(back.toString()) ? wanted.position() : -1);
    }

    /** A process that has ended is told so; a line that several share is simply opened anew. */
    private boolean isWorthReturning(UUID back) {
        return request.kind() == ConsoleKind.EXEC || consoles.find(back).isPresent();
    }

    private void showRoom() {
        UUID me = viewer;
        Optional<ConsoleSession> session = me == null ? Optional.empty() : consoles.ofViewer(me);
        boolean mayChoose = mayControl && consoles.recordingPolicy() == RecordingPolicy.ON_DEMAND;
        recordSwitch.show(session.map(ConsoleSession::recording).orElse(false), session.isPresent() && mayChoose);
        if (element instanceof Screen) {
            // A terminal's own connection tells who is there; RFB has no word for it.
            session.ifPresent(now -> bar.show(new Presence(
                    now.viewers().stream().map(OpenConsole::viewer).toList(),
                    now.holder() == null ? null : now.holder().toString(),
                    String.valueOf(me))));
        }
    }

    private void record(boolean wanted) {
        UUID me = viewer;
        Optional<ConsoleSession> session = me == null ? Optional.empty() : consoles.ofViewer(me);
        try {
            session.ifPresent(now -> consoles.record(now.id(), wanted));
        } catch (EngineException refusal) {
            Notifications.failed(String.valueOf(refusal.getMessage()));
        }
    }

    private static Presence.Viewer viewer(ConsoleSession.Participant participant) {
        return new Presence.Viewer(
                participant.id().toString(),
                participant.name(),
                participant.mode().name().toLowerCase(Locale.ROOT),
                participant.since().toString(),
                participant.asks());
    }

    @Override
    public void askForControl() {
        if (viewer != null) {
            consoles.askForControl(viewer);
        }
    }

    @Override
    public void giveControl(String to) {
        consoles.giveControl(UUID.fromString(to));
    }

    @Override
    public void takeControl() {
        askForControl();
    }
}
