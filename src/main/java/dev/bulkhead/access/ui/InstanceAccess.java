package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.EffectiveAccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.ProjectService;
import dev.bulkhead.access.Scope;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.Panel;
import java.util.Map;

/** Shows on an instance's page who may do what with it, and why. */
@org.springframework.stereotype.Component
public class InstanceAccess {

    private final EffectiveAccessService effective;
    private final ProjectService projects;
    private final Directory directory;
    private final ProjectMove move;
    private final AccessService access;

    InstanceAccess(
            EffectiveAccessService effective,
            ProjectService projects,
            Directory directory,
            ProjectMove move,
            AccessService access) {
        this.effective = effective;
        this.projects = projects;
        this.directory = directory;
        this.move = move;
        this.access = access;
    }

    /** Whether it is for the signed-in user to see. */
    public boolean isAllowed(InstanceId instance) {
        return access.allows(Permission.ACCESS_MANAGE, new Scope.OnInstance(instance));
    }

    /** A new one, for one open page; it keeps itself true. */
    public Component of(InstanceId instance, String name) {
        Panel panel = new Panel(text("explain.instance"));
        Button moving = new Button(text("move.menu"), click -> move.ask(Map.of(instance, name)));
        moving.setVisible(move.isAllowed(instance));
        Div content = new Div(panel, moving);
        fill(panel, instance);
        LiveBinding.bind(content, access::onChange, () -> fill(panel, instance));
        return content;
    }

    private void fill(Panel panel, InstanceId instance) {
        if (!isAllowed(instance)) {
            // The right ended while the page was open, which is about to be built anew.
            panel.show();
            return;
        }
        panel.show(ExplanationTable.ofPlace(
                effective.explain(instance), directory.names(), text("explain.instance.nobody")));
        panel.remark(text("explain.instance.project", projects.of(instance).name()));
    }
}
