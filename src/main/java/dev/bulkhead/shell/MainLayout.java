package dev.bulkhead.shell;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.session.SessionService;
import dev.bulkhead.common.ui.NavigationPanel;
import dev.bulkhead.common.ui.PageHeading;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The frame around every page: navigation at the left (a drawer on a phone), the bar above. */
@Layout
@PermitAll
class MainLayout extends AppLayout implements AfterNavigationObserver {

    private final TopBar topBar;

    MainLayout(
            TopBar topBar,
            Navigation navigation,
            List<NavigationPanel> panels,
            AccessService access,
            SessionService sessions) {
        this.topBar = topBar;
        setPrimarySection(Section.DRAWER);
        AppLayoutI18n words = new AppLayoutI18n();
        words.setDrawer(text("frame.drawer"));
        setI18n(words);
        Nav drawer = new Nav(brand(), navigation);
        drawer.setAriaLabel("Bulkhead");
        drawer.addClassName("frame-navigation");
        Div foot = new Div();
        foot.addClassName("frame-panels");
        panels.stream()
                .filter(NavigationPanel::isAllowed)
                .map(NavigationPanel::create)
                .forEach(foot::add);
        drawer.add(foot);
        addToDrawer(drawer);
        addToNavbar(topBar);
        RightsWatch.keepTrue(this, access, sessions);
    }

    private static Anchor brand() {
        Anchor brand = new Anchor("", new Image("themes/bulkhead/favicon.svg", ""), new Div("Bulkhead"));
        brand.getElement().setAttribute("router-link", true);
        brand.addClassName("brand");
        return brand;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (getContent() instanceof PageHeading page) {
            topBar.show(page);
        }
    }
}
