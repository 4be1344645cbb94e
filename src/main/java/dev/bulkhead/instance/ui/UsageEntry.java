package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.NavigationEntry;
import org.springframework.stereotype.Component;

@Component
class UsageEntry implements NavigationEntry {

    private final AccessService access;

    UsageEntry(AccessService access) {
        this.access = access;
    }

    @Override
    public int position() {
        return 5;
    }

    @Override
    public String label() {
        return text("usage");
    }

    @Override
    public Icon icon() {
        return Icon.USAGE;
    }

    @Override
    public Class<UsageView> view() {
        return UsageView.class;
    }

    @Override
    public boolean isAllowed() {
        return access.allows(Permission.INSTANCE_VIEW);
    }
}
