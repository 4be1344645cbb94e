package dev.bulkhead.architecture.broken.console.gateway;

import com.vaadin.flow.component.html.Div;

class KnowsVaadin {
    Div page;
}
