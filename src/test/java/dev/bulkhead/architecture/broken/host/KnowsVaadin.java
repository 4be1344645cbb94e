package dev.bulkhead.architecture.broken.host;

import com.vaadin.flow.component.html.Div;

public class KnowsVaadin {
    Div page;
}
