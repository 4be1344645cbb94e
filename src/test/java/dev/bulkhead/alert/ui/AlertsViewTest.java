package dev.bulkhead.alert.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.textfield.TextField;
import dev.bulkhead.access.Role;
import dev.bulkhead.access.TestAccess;
import dev.bulkhead.alert.Rule;
import dev.bulkhead.alert.RuleService;
import dev.bulkhead.alert.Signal;
import dev.bulkhead.testing.fake.PageTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.context.support.WithMockUser;

class AlertsViewTest extends PageTest {

    @Autowired
    private RuleService rules;

    @Autowired
    void others(ApplicationContext application) {
        TestAccess access = new TestAccess(application);
        access.person("vera", "correct horse battery", Role.VIEWER);
    }

    private Button button(String words) {
        return find(Button.class).all().stream()
                .filter(button -> button.getText().equals(words) && button.isVisible())
                .toList()
                .getLast();
    }

    @Test
    void whoManagesMakesTurnsOffAndDeletesRules() {
        open("alerts?tab=rules");
        assertThat(textOf(find(RulesTab.class).single())).contains("6 rules");
        button("Add rule").click();
        TextField name =
                find(TextField.class, find(RuleDialog.class).single()).all().getFirst();
        button("Add rule").click();
        assertThat(textOf(find(RuleDialog.class).single())).contains("A name has 1 to 100 characters");
        test(name).setValue("Zealous");
        button("Add rule").click();

        Rule made = rules.list().getLast();
        assertThat(made.name()).isEqualTo("Zealous");
        assertThat(made.threshold()).isEqualTo(0.9);
        assertThat(AlertWords.condition(made)).isEqualTo("CPU of an instance at or above 90 % for 10 min");
        eventually(() -> assertThat(test(find(Grid.class).single()).size()).isEqualTo(7));
        rules.delete(made.id());
        eventually(() -> assertThat(test(find(Grid.class).single()).size()).isEqualTo(6));
    }

    /** Other numbers, counted the other way round; and each signal has its words. */
    @Test
    void aForecastIsAskedInDays() {
        open("alerts?tab=rules");
        button("Add rule").click();
        RuleDialog dialog = find(RuleDialog.class).single();
        test(find(TextField.class, dialog).all().getFirst()).setValue("Filling");
        Select<Signal> signal = select(dialog, "Looks at");
        for (Signal each : Signal.values()) {
            assertThat(AlertWords.signal(each)).doesNotContain("alerts.");
        }
        test(signal).selectItem("Time until the storage of a host is full");
        assertThat(textOf(dialog)).doesNotContain("alerts.");
        button("Add rule").click();

        Rule made = rules.list().stream()
                .filter(rule -> rule.name().equals("Filling"))
                .findFirst()
                .orElseThrow();
        assertThat(AlertWords.condition(made))
                .isEqualTo("Time until the storage of a host is full at or below 14 days for 10 min");
        assertThat(made.clearing()).isEqualTo(21);
        rules.delete(made.id());
    }

    @SuppressWarnings("unchecked")
    private Select<Signal> select(RuleDialog dialog, String label) {
        return (Select<Signal>) find(Select.class, dialog).all().stream()
                .filter(each -> label.equals(each.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTargetIsRefusedInTheDialogUntilItCanBe() {
        open("alerts?tab=targets");
        assertThat(textOf(find(TargetsTab.class).single())).contains("Nobody is told");
        button("Add target").click();
        TargetDialog dialog = find(TargetDialog.class).single();
        test(find(TextField.class, dialog).all().get(0)).setValue("On call");
        test(find(TextField.class, dialog).all().get(1)).setValue("oncall@example.org");
        button("Add target").click();
        assertThat(textOf(dialog)).contains("bulkhead.alert.mail.host");
    }

    @Test
    @WithMockUser("vera")
    void whoOnlySeesIsShownNoRulesAndNoTargets() {
        open("alerts?tab=rules");
        assertThat(find(Tab.class).all()).extracting(Tab::getLabel).containsExactly("Firing now", "History");
        assertThat(find(RulesTab.class).all()).isEmpty();
        assertThat(find(AlertList.class).all()).hasSize(1);
    }
}
