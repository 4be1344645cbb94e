package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.Notifications;
import dev.bulkhead.common.ui.RelativeTime;
import dev.bulkhead.common.ui.Tone;
import dev.bulkhead.engine.InstanceDetails.ApplicationContainer;
import dev.bulkhead.engine.InstanceDetails.Graphics;
import dev.bulkhead.engine.InstanceDetails.SystemContainer;
import dev.bulkhead.engine.InstanceDetails.VirtualMachine;
import dev.bulkhead.instance.InventoryItem;
import dev.bulkhead.instance.lease.Lease.Stage;
import dev.bulkhead.instance.lease.LeaseService;
import java.util.ArrayList;
import java.util.List;

/** What the reader must know before trusting what stands below: it is old, incomplete, or the instance is open to strangers. */
final class InstanceNotices extends Div {

    private static final int LONGEST = 400;

    private final LeaseService leases;
    private final AccessService access;

    InstanceNotices(LeaseService leases, AccessService access) {
        this.leases = leases;
        this.access = access;
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
        leases.find(item.id()).ifPresent(this::lease);
        unsafe(item);
    }

    /** The renewal is offered from the first notice on: before, there is nothing to decide yet. */
    private void lease(LeaseService.Told lease) {
        if (lease.stage() == Stage.FAR) {
            return;
        }
        List<Component> words = new ArrayList<>();
        Span end = new Span(LeaseWords.end(lease));
        if (lease.stage() != Stage.OVER) {
            end.add(new Text(" "), RelativeTime.ahead(lease.endsAt()), new Text("."));
        }
        words.add(end);
        words.add(new Span(LeaseWords.then(lease)));
        if (access.allows(Permission.INSTANCE_RENEW, lease.instance())) {
            words.add(new Button(text("lease.renew"), click -> renew(lease)));
        }
        notice(lease.stage() == Stage.WITHIN_A_DAY ? "warning" : "trouble", words.toArray(Component[]::new));
    }

    private void renew(LeaseService.Told lease) {
        leases.renew(lease.instance())
                .ifPresent(renewed -> Notifications.done(
                        text("lease.renewed", LeaseWords.time(renewed.terms().time()))));
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
