package dev.bulkhead.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** What the head of every page holds beside what Vaadin puts there. */
@Component
class PageHead implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> {
            page.getDocument().child(0).attr("lang", "en");
            Element script = page.getDocument().head().prependElement("script");
            script.appendChild(new DataNode(ThemeSwitch.RESTORE));
        });
    }
}
