package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.bulkhead.common.ui.EmptyState;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.host.EngineStatus;
import dev.bulkhead.host.HostService;
import dev.bulkhead.host.ui.InstallCommands;

/** Why the list is empty, and the way on: no engine, no engine that answers, a filter that nothing matches, or just nothing yet. */
final class NothingListed extends Div {

    private final HostService hosts;
    private final Runnable clear;
    private String shown = "";

    NothingListed(HostService hosts, Runnable clear) {
        this.hosts = hosts;
        this.clear = clear;
    }

    void show(boolean filtered) {
        String reason = reason(filtered);
        if (!reason.equals(shown)) {
            shown = reason;
            removeAll();
            add(state(reason));
        }
    }

    private String reason(boolean filtered) {
        if (hosts.engines().isEmpty()) {
            return "no-engine";
        }
        if (filtered) {
            return "no-match";
        }
        return hosts.engines().stream().anyMatch(EngineStatus::isUp) ? "none-yet" : "none-answers";
    }

    private Component state(String reason) {
        String heading = text("empty." + reason);
        String explanation = text("empty." + reason + ".why");
        return switch (reason) {
            case "no-engine" -> new EmptyState(Icon.HOSTS, heading, explanation, new InstallCommands());
            case "no-match" -> new EmptyState(Icon.SEARCH, heading, explanation, clearButton());
            case "none-answers" -> new EmptyState(Icon.WARNING, heading, explanation);
            default -> new EmptyState(Icon.INSTANCES, heading, explanation);
        };
    }

    private Button clearButton() {
        Button button = new Button(text("filter.clear"), click -> clear.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }
}
