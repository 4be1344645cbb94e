package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.bulkhead.access.Limit;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Scope;
import dev.bulkhead.access.token.NewToken;
import dev.bulkhead.access.token.TokenService;
import dev.bulkhead.common.ui.CommandLine;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a token, and shows its secret this once. */
final class MakeTokenDialog extends FormDialog {

    private static final int LONGEST_DAYS = (int) TokenService.LONGEST_LIFE.toDays();

    private final TokenService tokens;
    private final TextField name = new TextField(text("tokens.name"));
    private final IntegerField days = new IntegerField(text("tokens.days"));
    private final Checkbox all = new Checkbox(text("tokens.all"), true);
    private final CheckboxGroup<Permission> permissions = new CheckboxGroup<>(text("tokens.may"));
    private final ComboBox<Choice<Scope>> place;

    MakeTokenDialog(TokenService tokens, Directory directory) {
        super(text("tokens.make"), text("tokens.make.confirm"));
        this.tokens = tokens;
        name.setRequiredIndicatorVisible(true);
        name.setHelperText(text("tokens.name.help"));
        name.setMaxLength(64);
        name.focus();
        days.setMin(1);
        days.setMax(LONGEST_DAYS);
        days.setValue((int) TokenService.USUAL_LIFE.toDays());
        days.setHelperText(text("tokens.days.help", LONGEST_DAYS));
        permissions.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        permissions.setItems(choices());
        permissions.setItemLabelGenerator(AccessWords::permission);
        permissions.setValue(Set.of(Permission.INSTANCE_VIEW));
        place = places(directory.scopes());
        all.addValueChangeListener(change -> show());
        ask(name, days, all, permissions, place);
        show();
    }

    private void show() {
        permissions.setVisible(!all.getValue());
        place.setVisible(!all.getValue());
    }

    private static ComboBox<Choice<Scope>> places(List<Choice<Scope>> scopes) {
        ComboBox<Choice<Scope>> place = new ComboBox<>(text("grants.where"));
        place.setItems(scopes);
        place.setItemLabelGenerator(Choice::label);
        scopes.stream()
                .filter(choice -> choice.value().equals(Scope.INSTALLATION))
                .findFirst()
                .ifPresent(place::setValue);
        place.setWidthFull();
        return place;
    }

    private static List<Permission> choices() {
        return Arrays.stream(Permission.values())
                .filter(permission -> permission != Permission.ENTER)
                .toList();
    }

    @Override
    protected boolean submit() {
        name.setInvalid(false);
        if (name.getValue().isBlank()) {
            return refuse(name, text("tokens.name.missing"));
        }
        Integer wanted = days.getValue();
        if (wanted == null || wanted < 1 || wanted > LONGEST_DAYS) {
            return refuse(days, text("tokens.days.help", LONGEST_DAYS));
        }
        if (!all.getValue() && permissions.getValue().isEmpty()) {
            return refuse(permissions, text("tokens.may.missing"));
        }
        NewToken made = tokens.make(name.getValue(), limit(place.getValue()), Duration.ofDays(wanted));
        finish(
                new Paragraph(text("tokens.made", made.token().name())),
                new CommandLine(made.text(), text("tokens.copy")),
                new Paragraph(text("tokens.once")));
        return false;
    }

    private Limit limit(@Nullable Choice<Scope> chosen) {
        return all.getValue()
                ? Limit.NONE
                : new Limit(permissions.getValue(), chosen == null ? Scope.INSTALLATION : chosen.value());
    }
}
