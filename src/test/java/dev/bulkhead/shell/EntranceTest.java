package dev.bulkhead.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.bulkhead.testing.fake.PageTest;
import org.junit.jupiter.api.Test;

/** What stands before the frame, and what is said where there is no page. */
class EntranceTest extends PageTest {

    @Test
    void setUpSaysAtTheFieldWhatIsWrong() {
        open("setup");
        TextField code = find(TextField.class).withCaption("Set-up code").single();
        TextField name = find(TextField.class).withCaption("User name").single();
        PasswordField password =
                find(PasswordField.class).withCaption("Password").single();
        PasswordField repeated =
                find(PasswordField.class).withCaption("Password again").single();
        Button create = find(Button.class).withText("Make the administrator").single();

        code.setValue("0000-0000");
        name.setValue("ada");
        password.setValue("correct horse");
        repeated.setValue("correct mouse");
        test(create).click();
        assertThat(repeated.isInvalid()).isTrue();
        assertThat(repeated.getErrorMessage()).isEqualTo("The two passwords differ.");

        repeated.setValue("correct horse");
        test(create).click();
        assertThat(repeated.isInvalid()).isFalse();
        assertThat(code.isInvalid()).isTrue();
        assertThat(code.getErrorMessage()).startsWith("That is not the code.");
        assertThat(create.isEnabled()).isTrue();
    }

    @Test
    void anAddressThatLeadsNowhereSaysSo() {
        UI.getCurrent().navigate("no/such/page");
        assertThat(textOf((Component) getCurrentView()))
                .contains("No such page", "There is nothing at this address", "Go to the overview");
    }
}
