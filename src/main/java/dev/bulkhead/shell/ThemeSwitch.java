package dev.bulkhead.shell;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import dev.bulkhead.common.ui.Icon;
import java.util.List;

/** Light, dark, or as the system says; kept in the browser, since it belongs to the screen and not to the user. */
class ThemeSwitch extends MenuBar {

    /** Applies the choice before the first paint, so that no page flashes in the other theme. Run in the head of each page. */
    static final String RESTORE =
            "document.documentElement.style.colorScheme = localStorage.getItem('bulkhead.theme') || ''";

    private static final String STORE =
            "$0 ? localStorage.setItem('bulkhead.theme', $0) : localStorage.removeItem('bulkhead.theme');";

    ThemeSwitch() {
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_ICON);
        MenuItem theme = addItem(Icon.THEME.create());
        theme.setAriaLabel(text("theme"));
        for (Choice choice :
                List.of(new Choice("system", ""), new Choice("light", "light"), new Choice("dark", "dark"))) {
            theme.getSubMenu().addItem(text("theme." + choice.key()), click -> choose(choice.scheme()));
        }
    }

    private void choose(String scheme) {
        getElement().executeJs(STORE + RESTORE, scheme);
    }

    /** @param scheme as CSS's {@code color-scheme} has it; "" to follow the system */
    private record Choice(String key, String scheme) {}
}
