package dev.bulkhead.common.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.tabs.Tabs;

/** Tabs without the focusable box that Vaadin puts between the list and its tabs, and which a list of tabs must not hold. */
public class PageTabs extends Tabs {

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        getElement()
                .executeJs(
                        "customElements.whenDefined('vaadin-tabs').then(() => this.updateComplete).then(() =>"
                                + " this.shadowRoot.querySelectorAll('div[tabindex]').forEach(box => box.removeAttribute('tabindex')))");
    }
}
