package dev.bulkhead.shell;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.bulkhead.access.session.PageRequests;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * What an open page says, by itself, when the server is gone, stopped or out of reach, and how it finds out: a lost push connection
 * is not told to the reader, and what was pushed into it is not missed by anybody. So the page asks now and then; no answer shows
 * the words, and an answer that is further than what the page has seen makes it fetch everything anew.
 */
@Component
class LostConnection implements VaadinServiceInitListener {

    private static final Duration ASK = Duration.ofSeconds(10);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(opened -> prepare(opened.getUI()));
        event.getSource().setSystemMessagesProvider(LostConnection::messages);
    }

    private static void prepare(UI page) {
        page.setPollInterval((int) ASK.toMillis());
        page.addPollListener(asked -> VaadinRequest.getCurrent().setAttribute(PageRequests.BY_ITSELF, Boolean.TRUE));
        ReconnectDialogConfiguration words = page.getReconnectDialogConfiguration();
        words.setDialogText(text("frame.connection-lost"));
        words.setDialogTextGaveUp(text("frame.connection-lost"));
    }

    /**
     * After hours of sleep the session is over. Vaadin would reload the page without a word, which is right for a page that nobody has
     * signed in to.
     */
    private static SystemMessages messages(SystemMessagesInfo asked) {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        boolean signedIn = asked.getRequest() != null && asked.getRequest().getUserPrincipal() != null;
        messages.setSessionExpiredNotificationEnabled(signedIn);
        if (signedIn) {
            messages.setSessionExpiredCaption(words("frame.session-over", asked));
            messages.setSessionExpiredMessage(words("frame.session-over.next", asked));
        }
        return messages;
    }

    /** Asked for outside of a page, too. */
    private static String words(String key, SystemMessagesInfo asked) {
        return asked.getService().getInstantiator().getI18NProvider().getTranslation(key, asked.getLocale());
    }
}
