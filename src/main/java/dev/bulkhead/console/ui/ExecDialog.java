package dev.bulkhead.console.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.bulkhead.engine.ConsoleRequest.Exec;
import java.util.List;
import java.util.function.Consumer;

/** Asks which process to begin in an instance, as whom and where. The command is a list of words, so nothing in it needs quoting. */
final class ExecDialog extends Dialog {

    private static final int LONGEST = 4096;

    private final TextArea command = new TextArea(text("console.exec.command"));
    private final TextField user = new TextField(text("console.exec.user"));
    private final TextField directory = new TextField(text("console.exec.directory"));

    ExecDialog(Consumer<Exec> begin) {
        setHeaderTitle(text("console.exec.heading"));
        command.setHelperText(text("console.exec.command.help"));
        command.setMaxLength(LONGEST);
        user.setHelperText(text("console.exec.user.help"));
        user.setMaxLength(LONGEST);
        directory.setMaxLength(LONGEST);
        directory.setHelperText(text("console.exec.directory.help"));
        FormLayout form = new FormLayout(command, user, directory);
        form.setColspan(command, 2);
        add(form);
        Button cancel = new Button(text("cancel"), click -> close());
        Button start = new Button(text("console.exec.begin"), click -> {
            close();
            begin.accept(new Exec(
                    words(), user.getValue().strip(), directory.getValue().strip()));
        });
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(cancel, start);
    }

    private List<String> words() {
        return command.getValue().lines().filter(line -> !line.isBlank()).toList();
    }
}
