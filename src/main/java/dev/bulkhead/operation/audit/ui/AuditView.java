package dev.bulkhead.operation.audit.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import dev.bulkhead.common.ui.AddressBar;
import dev.bulkhead.common.ui.EmptyState;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.PageHeading;
import dev.bulkhead.operation.audit.AuditService;
import dev.bulkhead.operation.audit.ship.ShippingService;
import jakarta.annotation.security.PermitAll;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** What was done, tried and refused, and whether that record is as it was written. What of it is shown stands in the address. */
@Route("audit")
@PermitAll
class AuditView extends Main implements AfterNavigationObserver, PageHeading {

    private final AuditBar bar;
    private final AuditGrid grid;
    private final EmptyState nothing = new EmptyState(Icon.AUDIT, text("audit.none"), text("audit.none.why"));

    AuditView(AuditService audit, ShippingService shipping) {
        addClassName("audit-page");
        bar = new AuditBar(audit, this::ask);
        grid = new AuditGrid(audit);
        Div list = new Div(grid, nothing);
        list.addClassName("list");
        add(new Div(new VerificationLine(audit), new ShippingLine(shipping)), bar, list);
        LiveBinding.bind(this, audit::onChange, () -> {
            grid.reload();
            showSize();
        });
    }

    @Override
    public String heading() {
        return text("audit");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show(AuditAddress.read(event.getLocation().getQueryParameters()));
    }

    private void ask(AuditAddress wanted) {
        AddressBar.push("audit", wanted.write());
        show(wanted);
    }

    private void show(AuditAddress address) {
        bar.show(address, readersZone());
        grid.show(address.query(readersZone()));
        showSize();
    }

    private void showSize() {
        bar.showCount(grid.size());
        grid.setVisible(grid.size() > 0);
        nothing.setVisible(grid.size() == 0);
    }

    private static ZoneId readersZone() {
        String id = UI.getCurrent().getPage().getExtendedClientDetails().getTimeZoneId();
        try {
            return id == null ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
