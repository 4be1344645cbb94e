package dev.bulkhead.architecture.broken.host.ui;

import com.vaadin.flow.component.UI;

class PushesItself {
    void push(UI ui) {
        ui.access(() -> {});
    }
}
