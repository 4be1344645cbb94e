package dev.bulkhead.operation.audit.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.operation.audit.AuditQuery;
import dev.bulkhead.operation.audit.AuditService;
import java.util.Set;

/** What was done, tried and refused with one thing, for the page of that thing. For those who may see the record. */
public final class AuditHistory extends Div {

    private final AuditGrid grid;
    private final Paragraph nothing = new Paragraph(text("audit.none"));

    /** @param target its id */
    public AuditHistory(AuditService audit, String target) {
        addClassName("audit-history");
        nothing.addClassName("muted");
        grid = new AuditGrid(audit);
        grid.show(new AuditQuery(Set.of(), Set.of(), Set.of(), target, null, null));
        add(grid, nothing);
        LiveBinding.bind(this, audit::onChange, () -> {
            grid.reload();
            showSize();
        });
        showSize();
    }

    private void showSize() {
        grid.setVisible(grid.size() > 0);
        nothing.setVisible(grid.size() == 0);
    }
}
