package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.NavigationEntry;
import org.springframework.stereotype.Component;

@Component
class OverviewEntry implements NavigationEntry {

    private final AccessService access;

    OverviewEntry(AccessService access) {
        this.access = access;
    }

    @Override
    public int position() {
        return 0;
    }

    @Override
    public String label() {
        return text("overview");
    }

    @Override
    public Icon icon() {
        return Icon.OVERVIEW;
    }

    @Override
    public Class<OverviewView> view() {
        return OverviewView.class;
    }

    @Override
    public boolean isAllowed() {
        return access.allows(Permission.INSTANCE_VIEW);
    }
}
