package dev.bulkhead.host.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.bulkhead.common.ui.CommandLine;
import dev.bulkhead.common.ui.Links;
import dev.bulkhead.common.ui.Notifications;
import dev.bulkhead.common.ui.OwnWords;
import dev.bulkhead.common.ui.RelativeTime;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.host.EngineHealth;
import dev.bulkhead.host.EngineStatus;
import dev.bulkhead.host.HostService;

/** One engine: who it is, how it is and since when; and where it does not answer, why, and what helps. */
final class EngineRow extends Div {

    EngineRow(EngineStatus engine, HostService hosts, boolean mayReconnect) {
        addClassName("engine");
        Div head = new Div(new H3(engine.product()), EngineWords.badge(engine), since(engine));
        head.addClassName("engine-head");
        if (mayReconnect) {
            Button reconnect = new Button(text("engine.reconnect"), click -> {
                hosts.reconnect(engine.id());
                Notifications.done(text("engine.reconnecting", engine.product()));
            });
            reconnect.setAriaLabel(text("engine.reconnect-one", engine.product()));
            head.add(reconnect);
        }
        add(head, facts(engine));
        EngineInfo info = engine.info();
        if (info != null) {
            info.notices().forEach(notice -> add(note(text("notice." + EngineWords.key(notice)))));
        }
        if (!engine.isUp() && engine.health() != EngineHealth.CONNECTING) {
            addRemedy(engine);
        }
    }

    private static Span since(EngineStatus engine) {
        Span since = new Span(new Span(text("since")), RelativeTime.ago(engine.since()));
        since.addClassNames("since", "muted");
        return since;
    }

    private static Div facts(EngineStatus engine) {
        Div facts = new Div();
        facts.addClassNames("engine-facts", "muted");
        EngineInfo info = engine.info();
        if (info != null) {
            facts.add(new Span(text("engine.version", info.version(), info.apiVersion())));
        }
        Span uri = new Span(cut(engine.settings().uri().toString(), 120));
        uri.addClassName("mono");
        facts.add(uri, Links.to("instances?engine=" + engine.id(), text("engine.instances")));
        return facts;
    }

    private void addRemedy(EngineStatus engine) {
        add(note(EngineWords.remedy(engine)));
        EngineWords.commands(engine).forEach(command -> add(new CommandLine(command)));
        if (engine.fault() != null) {
            add(new OwnWords(engine.fault()));
        }
    }

    private static Paragraph note(String words) {
        Paragraph note = new Paragraph(words);
        note.addClassName("note");
        return note;
    }
}
