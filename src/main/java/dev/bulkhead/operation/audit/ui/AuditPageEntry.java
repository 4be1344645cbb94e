package dev.bulkhead.operation.audit.ui;

import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.NavigationEntry;
import org.springframework.stereotype.Component;

@Component
class AuditPageEntry implements NavigationEntry {

    private final AccessService access;

    AuditPageEntry(AccessService access) {
        this.access = access;
    }

    @Override
    public int position() {
        return 11;
    }

    @Override
    public String label() {
        return text("audit");
    }

    @Override
    public Icon icon() {
        return Icon.AUDIT;
    }

    @Override
    public Class<AuditView> view() {
        return AuditView.class;
    }

    @Override
    public boolean isAllowed() {
        return access.allows(Permission.AUDIT_VIEW);
    }
}
