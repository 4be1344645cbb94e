package dev.bulkhead.console.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.ui.AddressBar;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.console.ConsoleService;
import dev.bulkhead.console.OfferedConsoles;
import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.ConsoleOffer;
import dev.bulkhead.engine.ConsoleRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An instance's consoles, or its log, for its page: the choice among what it has, and the one that is chosen. Which one, and which
 * room, stand in the address, so that a reload comes back to the same shell.
 */
public final class ConsolePanel extends Div {

    private static final String KIND = "kind";
    private static final String PORT = "port";
    private static final String ROOM = "console";

    private final ConsoleService consoles;
    private final boolean mayControl;
    private final Place place;
    private final Map<String, String> address;
    private final Div choices = new Div();
    private final Div body = new Div();
    private @Nullable OfferedConsoles shown;
    private List<ConsoleOffer> offers = List.of();
    private @Nullable ConsoleOffer chosen;

    /**
     * Where the panel stands.
     *
     * @param instance what it leads to
     * @param name of the instance
     * @param log whether for its log rather than its consoles
     * @param path of the page
     * @param window path of a page with nothing but the console; "" when this is it
     * @param parameters of the page's address
     */
    public record Place(
            InstanceId instance, String name, boolean log, String path, String window, QueryParameters parameters) {}

    public ConsolePanel(ConsoleService consoles, boolean mayControl, Place place) {
        this.consoles = consoles;
        this.mayControl = mayControl;
        this.place = place;
        this.address = new LinkedHashMap<>();
        place.parameters().getParameters().forEach((key, values) -> address.put(key, values.getFirst()));
        addClassName("console-panel");
        choices.addClassName("console-choices");
        body.addClassName("console-body");
        body.add(new Span(text("console.asking")));
        add(body);
        LiveBinding.bind(
                this,
                listener -> consoles.watchOffers(place.instance(), listener),
                () -> consoles.offers(place.instance()).ifPresent(this::show));
    }

    /** A console that is open stays, whatever the engine says: it shows its guest's last words, and finds its own way back. */
    private void show(OfferedConsoles told) {
        if (told.equals(shown)) {
            return;
        }
        shown = told;
        offers = told.offers().stream()
                .filter(offer -> (offer.kind() == ConsoleKind.LOGS) == place.log())
                .toList();
        choices.removeAll();
        offers.forEach(offer -> choices.add(choice(offer)));
        if (chosen != null) {
            mark(chosen);
        } else if (told.trouble() != null) {
            say(told.trouble());
        } else if (offers.isEmpty()) {
            say(text(place.log() ? "console.no-log" : "console.none"));
        } else {
            wanted().ifPresentOrElse(
                            this::open,
                            () -> say(String.valueOf(offers.getFirst().unavailable())));
        }
    }

    /** What the address names, or else the first that can be opened. */
    private Optional<ConsoleOffer> wanted() {
        Stream<ConsoleOffer> named = offers.stream()
                .filter(offer -> lower(offer).equals(address.get(KIND)))
                .filter(offer -> !address.containsKey(PORT) || offer.port().equals(address.get(PORT)));
        return Stream.concat(named, offers.stream())
                .filter(offer -> offer.unavailable() == null)
                .findFirst();
    }

    private Button choice(ConsoleOffer offer) {
        Button button = new Button(words(offer), click -> {
            address.remove(ROOM);
            open(offer);
        });
        button.setEnabled(offer.unavailable() == null);
        if (offer.unavailable() != null) {
            button.setTooltipText(offer.unavailable());
        }
        button.getElement().setAttribute("data-kind", lower(offer));
        return button;
    }

    private void say(String words) {
        body.removeAll();
        Div note = new Div(words);
        note.addClassNames("console-note", "muted");
        body.add(choices, note);
    }

    private void open(ConsoleOffer offer) {
        open(offer, first(offer));
    }

    private static ConsoleRequest first(ConsoleOffer offer) {
        return offer.kind() == ConsoleKind.LOGS
                ? ConsoleRequest.logs(LogWindow.first())
                : ConsoleRequest.of(offer.kind(), offer.port());
    }

    private void open(ConsoleOffer offer, ConsoleRequest request) {
        chosen = offer;
        address.put(KIND, lower(offer));
        if (offer.port().isEmpty()) {
            address.remove(PORT);
        } else {
            address.put(PORT, offer.port());
        }
        OpenConsole console =
                new OpenConsole(consoles, mayControl, place.instance(), place.name(), request, room(), window());
        console.onOpened(room -> {
            address.put(ROOM, room.toString());
            showAddress();
        });
        showAddress();
        mark(offer);
        console.bar().addFirst(choices);
        if (offer.kind() == ConsoleKind.EXEC) {
            console.bar().addAtStart(new Button(text("console.exec.other"), click -> askWhat(offer)));
        } else if (offer.kind() == ConsoleKind.LOGS) {
            console.bar().addAtStart(new LogWindow(request.logs(), logs -> open(offer, ConsoleRequest.logs(logs))));
        }
        body.removeAll();
        body.add(console);
    }

    private void askWhat(ConsoleOffer offer) {
        new ExecDialog(exec -> {
                    address.remove(ROOM);
                    open(offer, ConsoleRequest.of(offer.kind(), offer.port()).running(exec));
                })
                .open();
    }

    private void mark(ConsoleOffer offer) {
        choices.setVisible(offers.size() > 1);
        for (int i = 0; i < offers.size(); i++) {
            ConsoleOffer each = offers.get(i);
            boolean on = each.kind() == offer.kind() && each.port().equals(offer.port());
            choices.getComponentAt(i)
                    .getElement()
                    .setAttribute("aria-pressed", String.valueOf(on))
                    .getClassList()
                    .set("chosen", on);
        }
    }

    private @Nullable UUID room() {
        try {
            return address.containsKey(ROOM) ? UUID.fromString(Objects.requireNonNull(address.get(ROOM))) : null;
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    private String window() {
        return place.window().isEmpty()
                ? ""
                : place.window() + "?" + parameters().getQueryString();
    }

    private void showAddress() {
        AddressBar.replace(place.path(), parameters());
    }

    private QueryParameters parameters() {
        return QueryParameters.simple(address);
    }

    private static String words(ConsoleOffer offer) {
        String kind = text("console.kind." + lower(offer));
        return offer.port().isEmpty() || offer.kind() == ConsoleKind.SCREEN ? kind : kind + " " + offer.port();
    }

    private static String lower(ConsoleOffer offer) {
        return offer.kind().name().toLowerCase(Locale.ROOT);
    }
}
