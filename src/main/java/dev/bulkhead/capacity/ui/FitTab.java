package dev.bulkhead.capacity.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.router.QueryParameters;
import dev.bulkhead.capacity.CapacityService;
import dev.bulkhead.capacity.Fit;
import dev.bulkhead.capacity.Guest;
import dev.bulkhead.capacity.Size;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.ui.AddressBar;
import dev.bulkhead.common.ui.AddressTabs;
import dev.bulkhead.common.ui.Panel;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.instance.InstanceQuery;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.instance.InventoryItem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Give a size, or an instance that it is to be like: on which hosts it fits. */
final class FitTab extends Div {

    static final String KEY = "fit";

    private static final double GIB = 1L << 30;
    private static final int LONGEST = 80;
    private static final String LIKE = "like";
    private static final String CPUS = "cpus";
    private static final String MEMORY = "memory";
    private static final String DISK = "disk";
    private static final String KIND = "kind";

    private final CapacityService capacity;
    private final InstanceService instances;
    private final ComboBox<InventoryItem> like = new ComboBox<>(text("room.like"));
    private final NumberField cpus = field(CPUS, "2");
    private final NumberField memory = field(MEMORY, "4");
    private final NumberField disk = field(DISK, "20");
    private final Select<EngineKind> kind = new Select<>();
    private final Panel answer = new Panel(text("room.fits"));

    FitTab(CapacityService capacity, InstanceService instances, QueryParameters asked) {
        this.capacity = capacity;
        this.instances = instances;
        addClassName("column");
        kind.setLabel(text("room.kind"));
        kind.setItems(EngineKind.values());
        kind.setEmptySelectionAllowed(true);
        kind.setItemLabelGenerator(FitTab::words);
        like.setItems(query -> matching(query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        like.setItemLabelGenerator(item -> cut(item.instance().name(), LONGEST));
        like.setClearButtonVisible(true);
        like.setPlaceholder(text("room.like.none"));
        Div form = new Div(like, cpus, memory, disk, kind);
        form.addClassName("room-form");
        add(new Panel(text("room.wanted"), form), answer);
        fill(asked);
        like.addValueChangeListener(change -> choose(change.isFromClient()));
        kind.addValueChangeListener(change -> choose(change.isFromClient()));
        for (NumberField field : List.of(cpus, memory, disk)) {
            field.addValueChangeListener(change -> choose(change.isFromClient()));
        }
        ask();
    }

    private static NumberField field(String key, String example) {
        NumberField field = new NumberField(text("room.wanted." + key));
        field.setMin(0);
        field.setStepButtonsVisible(false);
        field.setValue(Double.valueOf(example));
        return field;
    }

    private static String words(@Nullable EngineKind kind) {
        return kind == null
                ? text("room.kind.any")
                : text("room.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    private List<InventoryItem> matching(String words) {
        return instances.list(new InstanceQuery(
                words, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), InstanceQuery.Sort.NAME, false));
    }

    private void fill(QueryParameters asked) {
        number(asked, CPUS).ifPresent(cpus::setValue);
        number(asked, MEMORY).ifPresent(memory::setValue);
        number(asked, DISK).ifPresent(disk::setValue);
        asked.getSingleParameter(KIND)
                .flatMap(name -> Arrays.stream(EngineKind.values())
                        .filter(one -> one.name().equalsIgnoreCase(name))
                        .findFirst())
                .ifPresent(kind::setValue);
        asked.getSingleParameter(LIKE)
                .flatMap(InstanceId::parse)
                .flatMap(instances::find)
                .ifPresent(like::setValue);
    }

    private static Optional<Double> number(QueryParameters asked, String key) {
        return asked.getSingleParameter(key)
                .filter(typed -> typed.matches("\\d{1,9}(\\.\\d{1,3})?"))
                .map(Double::valueOf);
    }

    private void choose(boolean byHand) {
        if (byHand) {
            ask();
            AddressBar.replace(CapacityView.PATH, AddressTabs.parameters(KEY, parameters()));
        }
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        InventoryItem model = like.getValue();
        if (model != null) {
            parameters.put(LIKE, model.id().toString());
            return parameters;
        }
        parameters.put(CPUS, plain(cpus));
        parameters.put(MEMORY, plain(memory));
        parameters.put(DISK, plain(disk));
        EngineKind chosen = kind.getValue();
        parameters.put(KIND, chosen == null ? "" : chosen.name().toLowerCase(Locale.ROOT));
        return parameters;
    }

    private static String plain(NumberField field) {
        return BigDecimal.valueOf(value(field))
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static double value(NumberField field) {
        Double typed = field.getValue();
        return typed == null || typed < 0 ? 0 : Math.min(typed, 1e9);
    }

    private void ask() {
        InventoryItem model = like.getValue();
        Optional<Guest> guest = model == null ? Optional.empty() : capacity.like(model.id());
        List.of(cpus, memory, disk).forEach(field -> field.setEnabled(guest.isEmpty()));
        kind.setEnabled(guest.isEmpty());
        guest.ifPresent(this::fill);
        Size size =
                guest.map(Guest::size).orElseGet(() -> new Size(value(cpus), value(memory) * GIB, value(disk) * GIB));
        List<Fit> fits = capacity.fits(size, guest.map(Guest::kind).orElse(kind.getValue()));
        Paragraph rules = new Paragraph(FitTable.rules(capacity.rules()));
        rules.addClassName("muted");
        if (guest.filter(known -> !known.measured().isEmpty()).isPresent()) {
            rules.add(" " + text("room.measured"));
        }
        answer.show(FitTable.of(fits), rules);
        long where = fits.stream().filter(Fit::fits).count();
        answer.remark(text("room.fits.on", where, fits.size()));
    }

    private void fill(Guest guest) {
        cpus.setValue(guest.size().cpus());
        memory.setValue(rounded(guest.size().memory()));
        disk.setValue(rounded(guest.size().disk()));
        kind.setValue(guest.kind());
    }

    private static double rounded(double bytes) {
        return Math.round(bytes / GIB * 100) / 100.0;
    }
}
