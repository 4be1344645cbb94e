package dev.bulkhead.shell;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.common.ui.BarTool;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.PageHeading;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Where the reader is, the way to everything, what runs, the theme and the user. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class TopBar extends Header {

    private final Div where = new Div();
    private final AuthenticationContext authentication;

    TopBar(
            CommandPalette palette,
            RunningTasks tasks,
            List<BarTool> others,
            AccessService access,
            AuthenticationContext authentication) {
        this.authentication = authentication;
        addClassName("topbar");
        where.addClassName("where");
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(text("frame.toggle"));
        Div tools = new Div(tasks);
        others.stream().map(BarTool::create).forEach(tools::add);
        tools.add(new ThemeSwitch(), userMenu(access.current().name()));
        tools.addClassName("tools");
        add(toggle, where, search(palette), tools);
        addAttachListener(attached -> {
            Shortcuts.addShortcutListener(this, palette::open, Key.KEY_K, KeyModifier.CONTROL);
            Shortcuts.addShortcutListener(this, palette::open, Key.KEY_K, KeyModifier.META);
        });
    }

    void show(PageHeading page) {
        where.removeAll();
        PageHeading.Parent parent = page.parent();
        if (parent != null) {
            Anchor up = new Anchor(parent.path(), parent.name());
            up.getElement().setAttribute("router-link", true);
            Span separator = new Span("/");
            separator.addClassName("muted");
            where.add(up, separator);
        }
        where.add(new H1(cut(page.heading(), 120)));
    }

    private static Button search(CommandPalette palette) {
        Button search = new Button(text("palette.open"), Icon.SEARCH.create(), click -> palette.open());
        search.addClassName("search");
        HtmlComponent keys = new HtmlComponent("kbd");
        keys.getElement().setText("Ctrl K");
        keys.getElement().setAttribute("aria-hidden", "true");
        search.setSuffixComponent(keys);
        return search;
    }

    private MenuBar userMenu(String name) {
        MenuBar menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_ICON);
        Avatar avatar = new Avatar(name);
        avatar.setAbbreviation(name.substring(0, Math.min(2, name.length())).toUpperCase(Locale.ROOT));
        avatar.addClassName("me");
        MenuItem user = menu.addItem(avatar);
        user.setAriaLabel(text("user.menu", name));
        user.getSubMenu().addItem(text("user.signed-in", cut(name, 60))).setEnabled(false);
        user.getSubMenu().addItem(text("user.account"), click -> UI.getCurrent().navigate("account"));
        user.getSubMenu().addItem(text("user.sign-out"), click -> authentication.logout());
        return menu;
    }
}
