package dev.bulkhead.host.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.Route;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.common.HostId;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.PageHeading;
import dev.bulkhead.host.HostService;
import dev.bulkhead.host.HostStatus;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.Map;

/** All hosts with their engines. The set of hosts is configuration's, so it does not change while a page is open. */
@Route("hosts")
@PermitAll
class HostsView extends Main implements PageHeading {

    private final HostService hosts;
    private final Map<HostId, HostCard> cards = new LinkedHashMap<>();

    HostsView(HostService hosts, AccessService access) {
        this.hosts = hosts;
        addClassName("hosts-page");
        boolean mayReconnect = access.allows(Permission.HOST_MANAGE);
        for (HostStatus host : hosts.hosts()) {
            HostCard card = new HostCard(host, hosts, mayReconnect);
            cards.put(host.id(), card);
            add(card);
        }
        LiveBinding.bind(this, hosts::onChange, this::refresh);
    }

    @Override
    public String heading() {
        return text("hosts");
    }

    private void refresh() {
        for (HostStatus host : hosts.hosts()) {
            HostCard card = cards.get(host.id());
            if (card != null) {
                card.show(host);
            }
        }
    }
}
