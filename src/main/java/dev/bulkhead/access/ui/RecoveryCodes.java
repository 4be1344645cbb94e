package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.bulkhead.common.ui.CommandLine;
import java.util.List;

/** Codes for when the device is lost, shown this once. */
final class RecoveryCodes {

    private RecoveryCodes() {}

    static Component shown(List<String> codes) {
        CommandLine all = new CommandLine(String.join("\n", codes), text("two-step.codes.copy"));
        all.addClassName("recovery-codes");
        return new Div(new Paragraph(text("two-step.codes.what")), all, new Paragraph(text("two-step.codes.once")));
    }
}
