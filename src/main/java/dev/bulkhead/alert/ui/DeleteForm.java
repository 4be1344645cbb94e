package dev.bulkhead.alert.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Paragraph;

/** Asks before something is deleted, and says what that means. */
final class DeleteForm extends AlertForm {

    private final Runnable delete;

    DeleteForm(String heading, String consequence, Runnable delete) {
        super(heading, text("verb.delete"));
        this.delete = delete;
        ask(new Paragraph(consequence));
    }

    @Override
    protected String submit() {
        delete.run();
        return "";
    }
}
