package dev.bulkhead.capacity.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import dev.bulkhead.capacity.CapacityService;
import dev.bulkhead.capacity.Evacuation;
import dev.bulkhead.capacity.Evacuation.Placement;
import dev.bulkhead.common.HostId;
import dev.bulkhead.common.ui.AddressBar;
import dev.bulkhead.common.ui.AddressTabs;
import dev.bulkhead.common.ui.EmptyState;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.Links;
import dev.bulkhead.common.ui.Panel;
import dev.bulkhead.common.ui.SmallTable;
import dev.bulkhead.common.ui.StateBadge;
import dev.bulkhead.common.ui.Tone;
import dev.bulkhead.host.HostService;
import dev.bulkhead.host.HostStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** If a host dies: what of it fits where. */
final class LossTab extends Div {

    static final String KEY = "loss";

    private static final String HOST = "host";
    private static final int NAME = 80;

    private final CapacityService capacity;
    private final Map<HostId, HostStatus> hosts;
    private final Div answer = new Div();

    LossTab(CapacityService capacity, HostService service, QueryParameters asked) {
        this.capacity = capacity;
        List<HostStatus> all = service.hosts();
        this.hosts = all.stream().collect(Collectors.toMap(HostStatus::id, Function.identity()));
        addClassName("column");
        answer.addClassName("column");
        Select<HostStatus> dying = new Select<>();
        dying.setLabel(text("room.loss.host"));
        dying.setItems(all);
        dying.setItemLabelGenerator(host -> cut(host.name(), NAME));
        Div form = new Div(dying);
        form.addClassName("room-form");
        add(form, answer);
        all.stream()
                .filter(host -> asked.getSingleParameter(HOST)
                        .filter(host.id().value()::equals)
                        .isPresent())
                .findFirst()
                .or(() -> all.stream().findFirst())
                .ifPresent(host -> {
                    dying.setValue(host);
                    show(host);
                });
        dying.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                AddressBar.replace(
                        CapacityView.PATH,
                        AddressTabs.parameters(
                                KEY, Map.of(HOST, change.getValue().id().value())));
                show(change.getValue());
            }
        });
    }

    private void show(HostStatus host) {
        answer.removeAll();
        capacity.evacuation(host.id()).ifPresent(plan -> show(host, plan));
    }

    private void show(HostStatus host, Evacuation plan) {
        if (plan.placements().isEmpty()) {
            answer.add(new EmptyState(Icon.HOSTS, text("room.loss.nothing"), text("room.loss.nothing.why")));
            return;
        }
        long homeless =
                plan.placements().stream().filter(one -> one.to() == null).count();
        Paragraph how = new Paragraph(text("room.loss.how"));
        how.addClassName("muted");
        Panel placements = new Panel(text("room.loss.of", cut(host.name(), NAME)), table(plan.placements()), how)
                .remark(
                        homeless == 0
                                ? text("room.loss.all", plan.placements().size())
                                : text(
                                        "room.loss.homeless",
                                        homeless,
                                        plan.placements().size()));
        answer.add(placements);
        if (!plan.after().isEmpty()) {
            answer.add(new Panel(text("room.loss.after"), FitTable.left(plan.after())));
        }
    }

    /** What fits nowhere comes first, since that is what one came for. */
    private Component table(List<Placement> placements) {
        return new SmallTable(
                        text("room.instance"),
                        text("room.loss.to"),
                        text("resource.cpu"),
                        text("resource.memory"),
                        text("measure.disk"))
                .numbersIn(2, 3, 4)
                .rows(
                        placements.stream()
                                .sorted(Comparator.comparing(one -> one.to() != null))
                                .toList(),
                        this::row);
    }

    private void row(SmallTable table, Placement placement) {
        table.row(
                Links.to(
                        "instances/" + placement.guest().id(),
                        cut(placement.guest().name(), NAME)),
                where(placement),
                SmallTable.number(Amount.cpus(placement.guest().size().cpus())),
                SmallTable.number(Amount.bytes(placement.guest().size().memory())),
                SmallTable.number(Amount.bytes(placement.guest().size().disk())));
    }

    private Component where(Placement placement) {
        HostStatus to = placement.to() == null ? null : hosts.get(placement.to());
        if (to != null) {
            return SmallTable.words(cut(to.name(), NAME));
        }
        String lacking = placement.lacking().isEmpty()
                ? text(
                        "room.loss.no-engine",
                        text("room.kind." + placement.guest().kind().name().toLowerCase(Locale.ROOT)))
                : placement.lacking().stream()
                        .sorted()
                        .map(rule -> text("room.lacks." + rule.name().toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining(", "));
        return new StateBadge(Tone.TROUBLE, text("room.loss.nowhere", lacking));
    }
}
