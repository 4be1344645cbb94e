package dev.bulkhead.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import dev.bulkhead.common.ui.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A console in a page. Its browser side makes the connection, and makes it anew when it was lost; for each it wants a ticket, which
 * only this side can have: whoever owns the element answers {@link #onTicketWanted} by {@link #connect} or {@link #refuse}.
 */
public abstract sealed class ConsoleElement extends Component implements HasSize, HasStyle permits Terminal, Screen {

    private static final List<String> WORDS = List.of(
            "label",
            "connecting",
            "no-answer",
            "lost",
            "again",
            "again-in",
            "ended",
            "server-stops",
            "no-right",
            "internal",
            "later");

    /** @param own what its browser side says by itself beside what all say: keys below {@code console.page} */
    ConsoleElement(List<String> own) {
        getElement()
                .setPropertyMap(
                        "words",
                        Stream.concat(WORDS.stream(), own.stream())
                                .collect(Collectors.toMap(Function.identity(), ConsoleElement::word)));
    }

    /** The browser fills in what it alone knows, so its {0} and {1} stand as they are. */
    private static String word(String key) {
        return Texts.text("console.page." + key, "{0}", "{1}");
    }

    /** Told each time that a connection is to be made: at first, after a loss, and when the reader asks for it. */
    public void onTicketWanted(Consumer<TicketWanted> wanted) {
        listen("ticket-wanted", TicketWanted.class, wanted);
    }

    /** Told when the connection stands or stands no longer. */
    public void onStateChanged(Consumer<StateChanged> changed) {
        listen("state-changed", StateChanged.class, changed);
    }

    /** Goes to the console by a fresh ticket. @param path where its WebSocket is, relative to the page's base */
    public void connect(String path) {
        getElement().callJsFunction("connect", path);
    }

    /**
     * Says why there is no ticket.
     *
     * @param again whether the element asks again by itself after a while
     */
    public void refuse(String reason, boolean again) {
        getElement().callJsFunction("refuse", reason, again);
    }

    /** Makes the connection anew, whether there is one or not. */
    public void reconnect() {
        getElement().callJsFunction("reconnect");
    }

    /** Gives it the keyboard. */
    public void focus() {
        getElement().callJsFunction("focus");
    }

    /** Shows it alone, on the whole display. */
    public void fullScreen() {
        getElement().callJsFunction("fullScreen");
    }

    /** Told when the reader left it by Ctrl+Shift+L, since Tab belongs to the guest. */
    public void onLeft(Runnable left) {
        getElement().addEventListener("left", event -> left.run());
    }

    final <T> void listen(String event, Class<T> detail, Consumer<T> listener) {
        getElement()
                .addEventListener(event, heard -> listener.accept(heard.getEventDetail(detail)))
                .addEventDetail();
    }

    /**
     * A connection is to be made.
     *
     * @param console the room that was open before; "" for none
     * @param position of the first byte that was not seen there yet
     * @param columns of the terminal as it stands in the page; 0 for a screen
     * @param rows likewise
     */
    public record TicketWanted(String console, long position, int columns, int rows) {}

    /**
     * The connection changed.
     *
     * @param state {@code connecting}, {@code open}, {@code lost} (it comes back by itself) or {@code ended}
     * @param reason in words; "" while it is open
     */
    public record StateChanged(String state, String reason) {

        public boolean isOpen() {
            return "open".equals(state);
        }
    }
}
