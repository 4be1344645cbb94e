package dev.bulkhead.host.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.RelativeTime;
import dev.bulkhead.host.EngineHealth;
import dev.bulkhead.host.EngineStatus;
import dev.bulkhead.host.HostService;
import java.util.List;

/** One line for each engine that does not answer, above what may therefore not be true any more. Nothing while all is well. */
public final class EngineTrouble extends Div {

    private final HostService hosts;
    private List<EngineStatus> shown = List.of();

    public EngineTrouble(HostService hosts) {
        this.hosts = hosts;
        addClassName("engine-trouble");
        getElement().setAttribute("role", "status");
        refresh();
        LiveBinding.bind(this, hosts::onChange, this::refresh);
    }

    private void refresh() {
        List<EngineStatus> troubled = hosts.engines().stream()
                .filter(engine ->
                        engine.health() == EngineHealth.DOWN || engine.health() == EngineHealth.NOT_RESPONDING)
                .toList();
        if (!troubled.equals(shown)) {
            shown = troubled;
            removeAll();
            troubled.forEach(engine -> add(line(engine)));
        }
    }

    private Div line(EngineStatus engine) {
        Anchor more = new Anchor("hosts", text("trouble.what-to-do"));
        more.getElement().setAttribute("router-link", true);
        Span since = new Span(new Span(text("since")), RelativeTime.ago(engine.since()));
        since.addClassName("since");
        Div line = new Div(Icon.WARNING.create(), new Span(EngineWords.trouble(engine, hosts)), since, more);
        line.addClassNames("trouble-line", "sentence");
        return line;
    }
}
