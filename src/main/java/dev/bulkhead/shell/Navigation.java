package dev.bulkhead.shell;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.NavigationEntry;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The pages that the signed-in user may use, with how many things each lists. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class Navigation extends SideNav {

    Navigation(List<NavigationEntry> entries) {
        getElement().setAttribute("aria-label", text("frame.navigation"));
        entries.stream()
                .filter(NavigationEntry::isAllowed)
                .sorted(Comparator.comparingInt(NavigationEntry::position))
                .map(Navigation::item)
                .forEach(this::addItem);
    }

    private static SideNavItem item(NavigationEntry entry) {
        SideNavItem item =
                new SideNavItem(entry.label(), entry.view(), entry.icon().create());
        item.setMatchNested(entry.position() > 0);
        Span count = new Span(entry.count());
        count.addClassName("nav-count");
        item.setSuffixComponent(count);
        LiveBinding.bind(count, entry::onChange, () -> count.setText(entry.count()));
        return item;
    }
}
