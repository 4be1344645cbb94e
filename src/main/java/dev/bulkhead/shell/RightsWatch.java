package dev.bulkhead.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Rights;
import dev.bulkhead.access.session.SessionService;
import dev.bulkhead.common.ui.LiveBinding;

/** Has a page built anew when what its reader may do has changed, and shows out who may be here no more or whose session was ended. */
final class RightsWatch {

    private final AccessService access;
    private Rights built;

    private RightsWatch(AccessService access) {
        this.access = access;
        this.built = access.rights();
    }

    /** For as long as the frame is on a page. */
    static void keepTrue(Component frame, AccessService access, SessionService sessions) {
        RightsWatch watch = new RightsWatch(access);
        LiveBinding.bind(frame, access::onChange, watch::check);
        LiveBinding.bind(frame, sessions::onChange, watch::check);
    }

    private void check() {
        if (VaadinSession.getCurrent().getSession() == null) {
            // Signed out by its reader just now, which leads away by itself.
            return;
        }
        Rights now = access.rights();
        if (!now.anywhere(Permission.ENTER) || access.credential().hasEnded()) {
            // What it asks for next finds the session at its end; ended here, it would not be told to go.
            UI.getCurrent().getPage().setLocation(LoginView.PATH);
        } else if (!now.equals(built)) {
            built = now;
            UI.getCurrent().getPage().reload();
        }
    }
}
