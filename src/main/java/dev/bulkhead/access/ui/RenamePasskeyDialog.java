package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.textfield.TextField;
import dev.bulkhead.access.AccessRefusedException;
import dev.bulkhead.access.passkey.Passkey;
import dev.bulkhead.access.passkey.PasskeyService;

/** Gives a passkey the name of the device that has it. */
final class RenamePasskeyDialog extends FormDialog {

    private final PasskeyService passkeys;
    private final Passkey passkey;
    private final Runnable done;
    private final TextField label = new TextField(text("passkeys.name"));

    RenamePasskeyDialog(PasskeyService passkeys, Passkey passkey, Runnable done) {
        super(text("passkeys.rename.heading"), text("passkeys.rename.confirm"));
        this.passkeys = passkeys;
        this.passkey = passkey;
        this.done = done;
        label.setHelperText(text("passkeys.name.help"));
        label.setMaxLength(100);
        label.setValue(passkey.label());
        label.focus();
        ask(label);
    }

    @Override
    protected boolean submit() {
        passkeys.rename(passkey.id(), label.getValue());
        done.run();
        return true;
    }

    @Override
    protected void refuse(AccessRefusedException refused) {
        refuse(label, String.valueOf(refused.getMessage()));
    }
}
