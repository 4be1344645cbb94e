package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Paragraph;

/** Asks before something is deleted, and says what is lost. */
final class DeleteDialog extends FormDialog {

    private final Runnable delete;

    DeleteDialog(String heading, String consequence, Runnable delete) {
        super(heading, text("verb.delete"));
        this.delete = delete;
        ask(new Paragraph(consequence));
        warn();
    }

    @Override
    protected boolean submit() {
        delete.run();
        return true;
    }
}
