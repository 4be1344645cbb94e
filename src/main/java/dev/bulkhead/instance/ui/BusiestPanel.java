package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.bulkhead.common.Answer;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.ui.Later;
import dev.bulkhead.common.ui.Links;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.Meter;
import dev.bulkhead.common.ui.Panel;
import dev.bulkhead.common.ui.SmallTable;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.instance.InventoryItem;
import dev.bulkhead.metrics.HistoryService;
import dev.bulkhead.metrics.Ranking;
import dev.bulkhead.metrics.Resource;
import dev.bulkhead.metrics.Usage;
import dev.bulkhead.metrics.UsageService;
import dev.bulkhead.metrics.ui.Amounts;
import dev.bulkhead.metrics.ui.RangeSelect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The instances that use most of a resource, now or over a stretch of time. */
final class BusiestPanel extends Composite<Panel> {

    private static final int MOST = 5;
    /** A longer stretch changes less from minute to minute. */
    private static final int REFRESHES = 60;

    private final UsageService usage;
    private final HistoryService history;
    private final InstanceService instances;
    private final Rows rows;
    private final Select<Resource> resource = Choices.of(Resource.CPU, Resource.values(), "resource", "busiest.by");
    private final Select<Ranking.By> by =
            Choices.of(Ranking.By.AVERAGE, Ranking.By.values(), "busiest", "busiest.order");
    private final RangeSelect range = new RangeSelect();
    private final transient Later later = new Later();
    private transient Instant loaded = Instant.EPOCH;

    BusiestPanel(UsageService usage, HistoryService history, InstanceService instances, Rows rows) {
        this.usage = usage;
        this.history = history;
        this.instances = instances;
        this.rows = rows;
        List.of(resource, by, range).forEach(choice -> choice.addValueChangeListener(change -> choose()));
        Div choices = new Div(resource, range, by);
        choices.addClassName("choices");
        getContent().remark(choices);
        choose();
        LiveBinding.bind(this, usage::watchAll, this::advance);
    }

    @Override
    protected Panel initContent() {
        return new Panel(text("busiest"));
    }

    private void advance() {
        Duration pause = range.span().map(span -> span.dividedBy(REFRESHES)).orElse(Duration.ZERO);
        if (Instant.now().isAfter(loaded.plus(pause))) {
            refresh(() -> {});
        }
    }

    private void choose() {
        by.setVisible(range.span().isPresent());
        refresh(() -> say("busiest.computing"));
    }

    private void refresh(Runnable meanwhile) {
        loaded = Instant.now();
        range.span()
                .ifPresentOrElse(
                        span -> later.show(
                                history.rankLater(resource.getValue(), loaded.minus(span), loaded),
                                meanwhile,
                                this::showStretch),
                        () -> later.show(
                                Answer.of(usage.busiest(resource.getValue(), MOST)), meanwhile, this::showNow));
    }

    private void showNow(List<Usage> busiest) {
        SmallTable table = new SmallTable();
        for (Usage now : busiest) {
            row(table, now.id(), now.of(resource.getValue()), null);
        }
        show(table, "busiest.none");
    }

    private void showStretch(Optional<Ranking> ranking) {
        SmallTable table = new SmallTable("", text("column.host"), "", text("busiest.average"), text("busiest.peak"))
                .numbersIn(3, 4);
        ranking.ifPresent(read ->
                read.top(by.getValue(), MOST).forEach(rank -> row(table, rank.id(), rank.average(), rank.peak())));
        show(table, ranking.isEmpty() ? "busiest.fault" : "busiest.none-then");
    }

    private void show(SmallTable table, String none) {
        if (table.isEmpty()) {
            say(none);
        } else {
            getContent().show(table);
        }
    }

    private void say(String key) {
        Paragraph words = new Paragraph(text(key));
        words.addClassName("muted");
        getContent().show(words);
    }

    private void row(SmallTable table, InstanceId id, @Nullable Double amount, @Nullable Double peak) {
        instances.find(id).ifPresent(item -> {
            Component first = name(item);
            Component host = SmallTable.muted(rows.host(item));
            Component used = SmallTable.number(words(amount));
            if (peak == null) {
                table.row(first, host, meter(item.instance(), amount), used);
            } else {
                Component most = SmallTable.number(words(peak));
                table.row(
                        first,
                        host,
                        meter(item.instance(), by.getValue() == Ranking.By.PEAK ? peak : amount),
                        used,
                        most);
            }
        });
    }

    private String words(@Nullable Double amount) {
        return resource.getValue() == Resource.CPU ? Words.cpus(amount) : Amounts.words(resource.getValue(), amount);
    }

    /** Of what it may use, where there is a limit. */
    private Component meter(Instance instance, @Nullable Double amount) {
        Double limit = Limits.of(instance, resource.getValue());
        if (limit == null || amount == null) {
            return new Span();
        }
        Meter meter = new Meter(text("resource." + Words.key(resource.getValue())));
        meter.show(amount / limit, null);
        return meter;
    }

    private Component name(InventoryItem item) {
        Span name = new Span(
                Words.icon(item.instance().kind()).create(), Links.to("instances/" + item.id(), rows.name(item)));
        name.addClassName("kind-name");
        return name;
    }
}
