package dev.bulkhead.alert.ui;

import dev.bulkhead.alert.AlertService;
import dev.bulkhead.common.ui.BarTool;
import org.springframework.stereotype.Component;

/** Puts the bell into the bar. */
@Component
class AlertsBell implements BarTool {

    private final AlertService alerts;

    AlertsBell(AlertService alerts) {
        this.alerts = alerts;
    }

    @Override
    public Bell create() {
        return new Bell(alerts);
    }
}
