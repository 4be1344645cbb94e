package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.ui.EmptyState;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.PageHeading;
import dev.bulkhead.console.ConsoleService;
import dev.bulkhead.console.ui.ConsolePanel;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.instance.InventoryItem;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** A console in a window of its own, without the frame. */
@Route(value = "instances/:id/console", autoLayout = false)
@PermitAll
class ConsoleWindowView extends Main implements BeforeEnterObserver, PageHeading {

    private final InstanceService instances;
    private final ConsoleService consoles;
    private final AccessService access;
    private String heading = "";

    ConsoleWindowView(InstanceService instances, ConsoleService consoles, AccessService access) {
        this.instances = instances;
        this.consoles = consoles;
        this.access = access;
        addClassName("console-window");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Optional<InventoryItem> item =
                event.getRouteParameters().get("id").flatMap(InstanceId::parse).flatMap(instances::find);
        heading = item.map(found -> found.instance().name()).orElse(text("instance.unknown"));
        item.ifPresentOrElse(
                found -> show(found, event.getLocation().getQueryParameters()),
                () -> add(new EmptyState(Icon.CONSOLE, text("instance.unknown"), text("instance.unknown.why"))));
    }

    private void show(InventoryItem item, QueryParameters parameters) {
        boolean log =
                parameters.getSingleParameter("kind").filter("logs"::equals).isPresent();
        add(new ConsolePanel(
                consoles,
                access.allows(Permission.CONSOLE_CONTROL, item.id()),
                new ConsolePanel.Place(
                        item.id(), heading, log, "instances/" + item.id() + "/console", "", parameters)));
    }

    @Override
    public String heading() {
        return heading;
    }
}
