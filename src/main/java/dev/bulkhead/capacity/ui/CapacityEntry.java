package dev.bulkhead.capacity.ui;

import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.NavigationEntry;
import org.springframework.stereotype.Component;

@Component
class CapacityEntry implements NavigationEntry {

    private final AccessService access;

    CapacityEntry(AccessService access) {
        this.access = access;
    }

    @Override
    public int position() {
        return 9;
    }

    @Override
    public String label() {
        return text("room");
    }

    @Override
    public Icon icon() {
        return Icon.CAPACITY;
    }

    @Override
    public Class<CapacityView> view() {
        return CapacityView.class;
    }

    @Override
    public boolean isAllowed() {
        return access.allows(Permission.HOST_VIEW) || access.allows(Permission.INSTANCE_VIEW);
    }
}
