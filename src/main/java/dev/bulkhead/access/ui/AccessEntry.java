package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.NavigationEntry;
import org.springframework.stereotype.Component;

@Component
class AccessEntry implements NavigationEntry {

    private final AccessService access;

    AccessEntry(AccessService access) {
        this.access = access;
    }

    @Override
    public int position() {
        return 12;
    }

    @Override
    public String label() {
        return text("access");
    }

    @Override
    public Icon icon() {
        return Icon.ACCESS;
    }

    @Override
    public Class<AccessView> view() {
        return AccessView.class;
    }

    @Override
    public boolean isAllowed() {
        return access.allows(Permission.ACCESS_MANAGE);
    }
}
