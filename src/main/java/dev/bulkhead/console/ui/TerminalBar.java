package dev.bulkhead.console.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.contextmenu.MenuItem;
import dev.bulkhead.common.ui.Icon;
import java.util.List;

/** The bar above a terminal or a log. */
public final class TerminalBar extends ConsoleBar {

    private static final List<Integer> FONT_SIZES = List.of(10, 11, 12, 13, 14, 16, 18, 22);
    private static final int USUAL_FONT_SIZE = 13;
    private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP", "KILL");

    private final Terminal terminal;

    private TerminalBar(Terminal terminal) {
        super(terminal, terminal);
        this.terminal = terminal;
        terminal.onPresence(this::show);
        icon(Icon.SEARCH, "find", terminal::find);
    }

    /**
     * For one to type into.
     *
     * @param signals whether its process can be sent signals
     * @param ownWindow address of a page that shows nothing but this terminal; "" where there is none
     */
    public static TerminalBar interactive(Terminal terminal, boolean signals, String ownWindow) {
        TerminalBar bar = new TerminalBar(terminal);
        if (signals) {
            MenuItem signal = bar.menu("signal");
            SIGNALS.forEach(name -> entry(signal, text("console.signal." + name), () -> terminal.signal(name)));
        }
        bar.finish(bar.menu("view"), ownWindow);
        return bar;
    }

    /** For a log. @param ownWindow as for {@link #interactive} */
    public static TerminalBar log(Terminal terminal, String ownWindow) {
        TerminalBar bar = new TerminalBar(terminal);
        bar.pauseOrResume();
        MenuItem view = bar.menu("view");
        choice(view, text("console.wrap"), true, terminal::setWrap);
        bar.finish(view, ownWindow);
        return bar;
    }

    /** Each takes the place of the other. */
    private void pauseOrResume() {
        MenuItem pause = action("pause", terminal::pause);
        MenuItem resume = action("resume", terminal::resume);
        resume.setVisible(false);
        swap(pause, resume);
        swap(resume, pause);
        // Whoever connects anew hears all at first.
        terminal.onOpened(opened -> {
            resume.setVisible(false);
            pause.setVisible(true);
        });
    }

    private static void swap(MenuItem pressed, MenuItem other) {
        pressed.addClickListener(click -> {
            pressed.setVisible(false);
            other.setVisible(true);
        });
    }

    private void finish(MenuItem view, String ownWindow) {
        MenuItem size = view.getSubMenu().addItem(text("console.font-size"));
        oneOf(size, FONT_SIZES, USUAL_FONT_SIZE, pixels -> text("console.pixels", pixels), terminal::setFontSize);
        choice(view, text("console.copy-on-select"), false, terminal::setCopyOnSelect);
        choice(view, text("console.screen-reader"), false, terminal::setScreenReader);
        entry(view, text("console.clear"), terminal::clear);
        entry(view, text("console.reconnect"), terminal::reconnect);
        ownWindow(ownWindow);
        icon(Icon.FULL_SCREEN, "full-screen", terminal::fullScreen);
    }
}
