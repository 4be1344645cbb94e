package dev.bulkhead.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.DefaultErrorHandler;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.bulkhead.access.ConfirmationRequiredException;
import dev.bulkhead.access.ui.ConfirmDialog;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Takes what no page expected: the log gets the exception under a short id, the reader gets the id in words, and the page stays as it
 * is.
 */
@Component
class LastResort extends DefaultErrorHandler implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);
    private static final Duration SHOWN = Duration.ofSeconds(20);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(begun -> begun.getSession().setErrorHandler(this));
    }

    @Override
    public void error(ErrorEvent event) {
        Throwable failure = event.getThrowable();
        if (!shouldHandle(failure)) {
            return;
        }
        if (has(failure, ConfirmationRequiredException.class)) {
            ConfirmDialog.ask(() -> notify(I18NProvider.translate("confirm.again")));
        } else if (isDenial(failure)) {
            notify(I18NProvider.translate("fault.denied.explanation"));
        } else {
            notify(I18NProvider.translate("fault.notice", log(failure)));
        }
    }

    /** Logs the failure and returns the id that it is found under. */
    static String log(Throwable failure) {
        String id =
                String.format(Locale.ROOT, "E%08X", ThreadLocalRandom.current().nextInt());
        LOG.error("Unexpected failure {}", id, failure);
        return id;
    }

    static boolean isDenial(Throwable failure) {
        return has(failure, AccessDeniedException.class) || has(failure, AuthenticationException.class);
    }

    private static boolean has(Throwable failure, Class<?> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static void notify(String words) {
        if (UI.getCurrent() != null) {
            Notification.show(words, (int) SHOWN.toMillis(), Notification.Position.BOTTOM_END);
        }
    }
}
