package dev.bulkhead.shell;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.operation.OperationService;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** How many tasks wait or run; nothing while there are none. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class RunningTasks extends Anchor {

    RunningTasks(OperationService operations, AccessService access) {
        super("tasks");
        addClassName("running-tasks");
        getElement().setAttribute("router-link", true);
        Span number = new Span();
        Span words = new Span(text("frame.running"));
        words.addClassName("words");
        add(Icon.TASKS.create(), number, words);
        setVisible(false);
        if (!access.allows(Permission.OPERATION_VIEW)) {
            return;
        }
        LiveBinding.bind(this, operations::onChange, () -> {
            int active = operations.active();
            setVisible(active > 0);
            number.setText(String.valueOf(active));
            setAriaLabel(text("frame.running-label", active));
        });
    }
}
