package dev.bulkhead.host.ui;

import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.NavigationEntry;
import org.springframework.stereotype.Component;

@Component
class HostsEntry implements NavigationEntry {

    private final AccessService access;

    HostsEntry(AccessService access) {
        this.access = access;
    }

    @Override
    public int position() {
        return 8;
    }

    @Override
    public String label() {
        return text("hosts");
    }

    @Override
    public Icon icon() {
        return Icon.HOSTS;
    }

    @Override
    public Class<HostsView> view() {
        return HostsView.class;
    }

    @Override
    public boolean isAllowed() {
        return access.allows(Permission.HOST_VIEW);
    }
}
