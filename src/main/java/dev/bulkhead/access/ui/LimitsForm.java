package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import dev.bulkhead.access.LeaseTerms;
import dev.bulkhead.access.LeaseTerms.End;
import dev.bulkhead.access.Project;
import dev.bulkhead.access.quota.Amounts;
import dev.bulkhead.access.quota.Measure;
import dev.bulkhead.access.quota.Quota;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks how much a project may hold and for how long. What is left empty is not limited. */
final class LimitsForm extends Details {

    private static final double GIBIBYTE = 1L << 30;
    private static final int MOST_HOURS = 24 * 3660;

    private final Map<Measure, NumberField> limits = new EnumMap<>(Measure.class);
    private final IntegerField lease = hours("limits.lease");
    private final Select<End> end = new Select<>();
    private final IntegerField grace = hours("limits.grace");

    LimitsForm() {
        setSummaryText(text("limits"));
        setWidthFull();
        Div fields = new Div();
        fields.addClassName("limits");
        for (Measure measure : Measure.values()) {
            NumberField field = new NumberField(label(measure));
            field.setMin(0);
            field.setMax(1_000_000);
            field.setStep(isBytes(measure) || measure == Measure.CPUS ? 0.001 : 1);
            field.setClearButtonVisible(true);
            limits.put(measure, field);
            fields.add(field);
        }
        end.setLabel(text("limits.end"));
        end.setItems(End.values());
        end.setItemLabelGenerator(choice -> text(choice == End.STOP ? "limits.end.stop" : "limits.end.delete"));
        end.setValue(End.STOP);
        lease.setHelperText(text("limits.lease.help"));
        lease.addValueChangeListener(change -> follow());
        end.addValueChangeListener(change -> follow());
        grace.setValue(7 * 24);
        fields.add(lease, end, grace);
        add(fields);
        follow();
    }

    private static IntegerField hours(String key) {
        IntegerField field = new IntegerField(text(key));
        field.setMin(1);
        field.setMax(MOST_HOURS);
        field.setClearButtonVisible(true);
        return field;
    }

    private void follow() {
        end.setVisible(lease.getValue() != null);
        grace.setVisible(lease.getValue() != null && end.getValue() == End.DELETE);
    }

    void show(Project project, Amounts held) {
        limits.forEach((measure, field) -> {
            Long limit = project.quota().limits().get(measure);
            field.setValue(limit == null ? null : Double.valueOf(limit / unit(measure)));
            field.setHelperText(text("limits.held", measure.words(held.of(measure))));
        });
        LeaseTerms terms = project.lease();
        if (terms != null) {
            lease.setValue((int) terms.time().toHours());
            end.setValue(terms.end());
            grace.setValue((int) terms.grace().toHours());
        }
        setOpened(terms != null || !project.quota().equals(Quota.NONE));
    }

    /** Says at each field that it cannot be so. @return whether all can */
    boolean isValid() {
        boolean valid = limits.values().stream().noneMatch(NumberField::isInvalid)
                && !lease.isInvalid()
                && (grace.getValue() != null || !grace.isVisible())
                && !grace.isInvalid();
        if (!valid) {
            setOpened(true);
        }
        return valid;
    }

    Quota quota() {
        Map<Measure, Long> chosen = new EnumMap<>(Measure.class);
        limits.forEach((measure, field) -> {
            if (field.getValue() != null) {
                chosen.put(measure, Math.round(field.getValue() * unit(measure)));
            }
        });
        return new Quota(chosen);
    }

    @Nullable
    LeaseTerms lease() {
        Integer time = lease.getValue();
        Integer left = grace.getValue();
        return time == null
                ? null
                : new LeaseTerms(
                        Duration.ofHours(time),
                        end.getValue(),
                        left == null || !grace.isVisible() ? Duration.ofHours(1) : Duration.ofHours(left));
    }

    private static String label(Measure measure) {
        String name = QuotaWords.name(measure);
        return isBytes(measure) ? text("limits.gib", name) : name;
    }

    private static double unit(Measure measure) {
        return isBytes(measure) ? GIBIBYTE : measure == Measure.CPUS ? 1000 : 1;
    }

    private static boolean isBytes(Measure measure) {
        return measure == Measure.MEMORY || measure == Measure.DISK;
    }
}
