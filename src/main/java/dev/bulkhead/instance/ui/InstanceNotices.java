package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.RelativeTime;
import dev.bulkhead.common.ui.Tone;
import dev.bulkhead.engine.InstanceDetails.ApplicationContainer;
import dev.bulkhead.engine.InstanceDetails.Graphics;
import dev.bulkhead.engine.InstanceDetails.SystemContainer;
import dev.bulkhead.engine.InstanceDetails.VirtualMachine;
import dev.bulkhead.instance.InventoryItem;

/** What the reader must know before trusting what stands below: it is old, incomplete, or the instance is open to strangers. */
final class InstanceNotices extends Div {

    private static final int LONGEST = 400;

    InstanceNotices() {
        addClassName("notices");
    }

    void show(InventoryItem item) {
        removeAll();
        InventoryItem.Stale stale = item.stale();
        if (stale != null) {
            notice(
                    "trouble",
                    new Span(text("notice.stale")),
                    RelativeTime.ago(stale.since()),
                    new Span(cut(stale.reason(), LONGEST)));
        }
        String problem = item.instance().problem();
        if (problem != null) {
            notice("warning", new Span(text("notice.problem")), new Span(cut(problem, LONGEST)));
        }
        String reason = item.instance().stateReason();
        if (reason != null && Words.tone(item.instance().state()) == Tone.TROUBLE) {
            notice("trouble", new Span(cut(reason, LONGEST)));
        }
        unsafe(item);
    }

    private void unsafe(InventoryItem item) {
        switch (item.instance().details()) {
            case VirtualMachine machine ->
                machine.graphics().stream()
                        .filter(Graphics::exposedWithoutPassword)
                        .limit(4)
                        .forEach(screen -> notice(
                                "warning",
                                new Span(text("notice.exposed-screen", screen.type(), cut(screen.listen(), 80)))));
            case SystemContainer container -> {
                if (container.privileged()) {
                    notice("warning", new Span(text("notice.privileged-system")));
                }
            }
            case ApplicationContainer container -> {
                if (Boolean.TRUE.equals(container.privileged())) {
                    notice("warning", new Span(text("notice.privileged-application")));
                }
            }
        }
    }

    private void notice(String tone, Component... words) {
        Div notice = new Div(Icon.WARNING.create());
        notice.addClassNames("trouble-line", tone);
        notice.add(words);
        add(notice);
    }
}
