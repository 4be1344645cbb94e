package dev.bulkhead.alert.ui;

import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.alert.AlertService;
import dev.bulkhead.common.Registration;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.NavigationEntry;
import org.springframework.stereotype.Component;

@Component
class AlertsEntry implements NavigationEntry {

    private final AlertService alerts;
    private final AccessService access;

    AlertsEntry(AlertService alerts, AccessService access) {
        this.alerts = alerts;
        this.access = access;
    }

    @Override
    public int position() {
        return 10;
    }

    @Override
    public String label() {
        return text("alerts");
    }

    @Override
    public Icon icon() {
        return Icon.BELL;
    }

    @Override
    public Class<AlertsView> view() {
        return AlertsView.class;
    }

    @Override
    public boolean isAllowed() {
        return access.allows(Permission.INSTANCE_VIEW) || access.allows(Permission.HOST_VIEW);
    }

    @Override
    public String count() {
        int firing = alerts.firing().size();
        return firing == 0 ? "" : String.valueOf(firing);
    }

    @Override
    public Registration onChange(Runnable listener) {
        return alerts.onChange(listener);
    }
}
