package dev.bulkhead.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;

/** What a page shows that cannot be shown: what happened, and the way back. */
abstract class FaultCard extends Composite<Div> implements HasDynamicTitle {

    private String title = "";

    void explain(String key, Object... values) {
        title = getTranslation(key + ".title");
        Anchor home = new Anchor("/", getTranslation("fault.home"));
        getContent().removeAll();
        getContent().add(new EntranceCard(title, getTranslation(key + ".explanation", values), home));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
