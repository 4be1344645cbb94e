package dev.bulkhead.shell;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/**
 * What an open page says when the server is gone, stopped or out of reach. The page says it by itself: a word from a server that ends
 * would race with the push framework, which ends with the same signal.
 */
@Component
class LostConnection implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(opened -> {
            UI page = opened.getUI();
            page.getReconnectDialogConfiguration().setDialogText(text("frame.connection-lost"));
            page.getReconnectDialogConfiguration().setDialogTextGaveUp(text("frame.connection-lost"));
        });
    }
}
