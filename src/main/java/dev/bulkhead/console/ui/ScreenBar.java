package dev.bulkhead.console.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.contextmenu.MenuItem;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.console.ui.Screen.Modifier;
import dev.bulkhead.console.ui.Screen.Scaling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The bar above a screen. */
public final class ScreenBar extends ConsoleBar {

    private static final int FUNCTION_KEYS = 12;
    private static final List<Integer> QUALITIES = List.of(9, 6, 3, 0);
    private static final int USUAL_QUALITY = 6;

    private final Screen screen;
    private final List<MenuItem> typing = new ArrayList<>();
    private final List<MenuItem> held = new ArrayList<>();

    /**
     * @param name of the instance, for the files that are saved
     * @param ownWindow address of a page that shows nothing but this screen; "" where there is none
     */
    public ScreenBar(Screen screen, Handover handover, String name, String ownWindow) {
        super(screen, handover);
        this.screen = screen;
        typing.add(keys());
        typing.add(action("type-text", () -> new TypeTextDialog(screen).open()));
        typing.add(clipboard());
        view(name);
        ownWindow(ownWindow);
        icon(Icon.FULL_SCREEN, "full-screen", screen::fullScreen);
        // The guest that comes back has no key down.
        screen.onStateChanged(change -> held.forEach(item -> item.setChecked(false)));
    }

    /** For one who may only watch: offers nothing that would type. */
    public void setViewOnly(boolean viewOnly) {
        screen.setViewOnly(viewOnly);
        typing.forEach(item -> item.setEnabled(!viewOnly));
    }

    private MenuItem keys() {
        MenuItem keys = menu("keys");
        entry(keys, text("console.key.ctrl-alt-del"), screen::sendCtrlAltDel);
        MenuItem switches = keys.getSubMenu().addItem(text("console.key.ctrl-alt-f"));
        IntStream.rangeClosed(1, FUNCTION_KEYS)
                .forEach(number ->
                        entry(switches, text("console.key.ctrl-alt-fn", number), () -> screen.ctrlAltF(number)));
        entry(keys, text("console.key.print-screen"), screen::printScreen);
        entry(keys, text("console.key.super"), () -> screen.tap(Modifier.SUPER));
        keys.getSubMenu().addSeparator();
        for (Modifier modifier : Modifier.values()) {
            String words = text("console.hold", text("console.modifier." + lower(modifier)));
            held.add(choice(keys, words, false, down -> screen.hold(modifier, down)));
        }
        return keys;
    }

    private MenuItem clipboard() {
        MenuItem clipboard = menu("clipboard");
        entry(clipboard, text("console.clipboard.paste"), screen::pasteToGuest);
        entry(clipboard, text("console.clipboard.copy"), screen::copyFromGuest);
        choice(clipboard, text("console.clipboard.share"), false, screen::setShareClipboard);
        return clipboard;
    }

    private void view(String name) {
        MenuItem view = menu("view");
        oneOf(
                view,
                List.of(Scaling.values()),
                Scaling.FIT,
                scaling -> text("console.scaling." + lower(scaling)),
                screen::setScaling);
        view.getSubMenu().addSeparator();
        MenuItem quality = view.getSubMenu().addItem(text("console.quality"));
        oneOf(quality, QUALITIES, USUAL_QUALITY, value -> text("console.quality." + value), screen::setQuality);
        entry(view, text("console.screenshot"), () -> screen.saveScreenshot(name));
        entry(view, text("console.reconnect"), screen::reconnect);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
