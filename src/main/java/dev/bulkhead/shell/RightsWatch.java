package dev.bulkhead.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Rights;
import dev.bulkhead.common.ui.LiveBinding;

/** Has a page built anew when what its reader may do has changed, and shows out who may be here no more. */
final class RightsWatch {

    private final AccessService access;
    private Rights built;

    private RightsWatch(AccessService access) {
        this.access = access;
        this.built = access.rights();
    }

    /** For as long as the frame is on a page. */
    static void keepTrue(Component frame, AccessService access) {
        RightsWatch watch = new RightsWatch(access);
        LiveBinding.bind(frame, access::onChange, watch::check);
    }

    private void check() {
        Rights now = access.rights();
        if (!now.anywhere(Permission.ENTER)) {
            UI.getCurrent().getPage().setLocation(LoginView.PATH);
            VaadinSession.getCurrent().getSession().invalidate();
        } else if (!now.equals(built)) {
            built = now;
            UI.getCurrent().getPage().reload();
        }
    }
}
