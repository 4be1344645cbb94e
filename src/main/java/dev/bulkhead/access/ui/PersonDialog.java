package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import dev.bulkhead.access.EffectiveAccessService;
import dev.bulkhead.access.Person;
import java.util.List;

/** What one person may do, where, and by which grant. */
final class PersonDialog extends Dialog {

    PersonDialog(EffectiveAccessService effective, Names names, Person person) {
        setHeaderTitle(text("explain.heading", person.name()));
        setWidth("760px");
        if (!person.enabled()) {
            add(new Paragraph(text("explain.disabled", person.name())));
        }
        add(ExplanationTable.ofPerson(
                effective.explain(person.id()).orElse(List.of()), names, text("explain.nothing", person.name())));
        getFooter().add(new Button(text("close"), click -> close()));
    }
}
