package dev.bulkhead.console.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.SvgIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import dev.bulkhead.common.ui.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The slim bar above a console: at its left what its page puts there, such as the choice among an instance's consoles, and who is in
 * it; at its right what can be done, the last of it in an overflow menu where there is little room.
 */
public abstract sealed class ConsoleBar extends Div permits ScreenBar, TerminalBar {

    private static final String OWN_WINDOW = "window.open($0, '_blank', 'popup,width=1120,height=800')";

    private final Div start = new Div();
    private final PresenceLine presence;
    private final MenuBar actions = new MenuBar();

    ConsoleBar(ConsoleElement console, Handover handover) {
        presence = new PresenceLine(handover);
        addClassName("console-bar");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", text("console.bar"));
        start.addClassName("start");
        actions.addThemeVariants(MenuBarVariant.LUMO_END_ALIGNED);
        add(start, presence, actions);
        console.onLeft(() -> actions.getElement().callJsFunction("focus"));
    }

    /** Puts something after what is at its beginning. */
    public final void addAtStart(Component... components) {
        start.add(components);
    }

    /** Puts something at its very beginning. */
    public final void addFirst(Component component) {
        start.addComponentAsFirst(component);
    }

    /** Shows who is in the console. */
    public final void show(Presence now) {
        presence.show(now);
    }

    final MenuItem action(String key, Runnable pressed) {
        return actions.addItem(text("console." + key), click -> pressed.run());
    }

    /** An action that opens a menu. */
    final MenuItem menu(String key) {
        MenuItem item = actions.addItem(text("console." + key));
        SvgIcon mark = Icon.DOWN.create();
        mark.addClassName("opens");
        item.add(mark);
        return item;
    }

    /** An icon in the bar, and words in the overflow menu. */
    final void icon(Icon icon, String key, Runnable pressed) {
        String words = text("console." + key);
        Span label = new Span(words);
        label.addClassName("icon-words");
        MenuItem item = actions.addItem(icon.create(), words, click -> pressed.run());
        item.add(label);
        item.setAriaLabel(words);
    }

    /** @param address of a page that shows nothing but the console; "" where there is none */
    final void ownWindow(String address) {
        if (!address.isEmpty()) {
            action("own-window", () -> getElement().executeJs(OWN_WINDOW, address));
        }
    }

    static MenuItem entry(MenuItem menu, String words, Runnable pressed) {
        return menu.getSubMenu().addItem(words, click -> pressed.run());
    }

    /** An entry that is on or off. */
    static MenuItem choice(MenuItem menu, String words, boolean on, Consumer<Boolean> chosen) {
        MenuItem item = menu.getSubMenu().addItem(words);
        item.setCheckable(true);
        item.setChecked(on);
        item.addClickListener(click -> chosen.accept(item.isChecked()));
        return item;
    }

    /** Entries of which one at a time is on. */
    static <T> void oneOf(MenuItem menu, List<T> values, T first, Function<T, String> words, Consumer<T> chosen) {
        List<MenuItem> entries = new ArrayList<>();
        for (T value : values) {
            MenuItem entry = choice(menu, words.apply(value), value.equals(first), on -> chosen.accept(value));
            entries.add(entry);
            entry.addClickListener(click -> entries.forEach(other -> other.setChecked(other.equals(entry))));
        }
    }
}
