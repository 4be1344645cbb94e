package dev.bulkhead.architecture.broken.host.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;

@Route(value = "broken", registerAtStartup = false)
class OpenView extends Div {}
