package dev.bulkhead.host.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.bulkhead.common.ui.EmptyState;
import dev.bulkhead.common.ui.FactList;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.Links;
import dev.bulkhead.common.ui.Panel;
import dev.bulkhead.common.ui.RelativeTime;
import dev.bulkhead.common.ui.SmallTable;
import dev.bulkhead.common.ui.Units;
import dev.bulkhead.engine.HostFacts;
import dev.bulkhead.engine.HostFacts.Pool;
import dev.bulkhead.host.EngineStatus;
import dev.bulkhead.host.HostService;
import dev.bulkhead.host.HostStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One host: what it is, what it has, and its engines. Only what has changed is drawn anew, so that an open detail stays open. */
final class HostCard extends Section {

    private final HostService hosts;
    private final boolean mayReconnect;
    private final CapacityCard cpu = new CapacityCard(CapacityCard.Kind.CPU);
    private final CapacityCard memory = new CapacityCard(CapacityCard.Kind.MEMORY);
    private final CapacityCard storage = new CapacityCard(CapacityCard.Kind.STORAGE);
    private final Panel engines = new Panel(text("engines"));
    private final Panel facts = new Panel(text("host.facts"));
    private final Panel pools = new Panel(text("host.pools"));
    private List<EngineStatus> shownEngines = List.of();
    private @Nullable HostFacts shownFacts;

    HostCard(HostStatus host, HostService hosts, boolean mayReconnect) {
        this.hosts = hosts;
        this.mayReconnect = mayReconnect;
        setId(host.id().value());
        addClassName("host");
        Span where = new Span(text(host.local() ? "host.local" : "host.remote"));
        where.addClassName("muted");
        Div head = new Div(
                Icon.HOSTS.create(),
                new H2(cut(host.name(), 120)),
                where,
                Links.to("hosts/" + host.id(), text("machine.usage")));
        head.addClassName("host-head");
        Div capacity = new Div(cpu, memory, storage);
        capacity.addClassName("thirds");
        Div left = new Div(engines);
        left.addClassName("column");
        Div right = new Div(facts, pools);
        right.addClassName("column");
        Div details = new Div(left, right);
        details.addClassName("halves");
        add(head, capacity, details);
        facts.show(new Span(text("host.no-facts")));
        show(host);
    }

    void show(HostStatus host) {
        cpu.show(host.capacity().cpu());
        memory.show(host.capacity().memory());
        storage.show(host.capacity().storage());
        if (!host.engines().equals(shownEngines) || host.engines().isEmpty()) {
            shownEngines = host.engines();
            showEngines(host);
        }
        HostFacts now = host.facts();
        pools.setVisible(now != null && !now.pools().isEmpty());
        if (now != null && !now.equals(shownFacts)) {
            shownFacts = now;
            facts.show(factList(now));
            pools.show(poolTable(now.pools()));
        }
    }

    private void showEngines(HostStatus host) {
        if (host.engines().isEmpty()) {
            engines.show(new EmptyState(
                    Icon.HOSTS, text("empty.no-engine"), text("empty.no-engine.why"), new InstallCommands()));
            return;
        }
        engines.show(host.engines().stream()
                .map(engine -> new EngineRow(engine, hosts, mayReconnect))
                .toArray(EngineRow[]::new));
    }

    private static FactList factList(HostFacts facts) {
        FactList list = new FactList()
                .fact(text("host.name"), facts.hostName())
                .fact(text("host.os"), facts.operatingSystem())
                .code(text("host.kernel"), facts.kernel())
                .fact(text("host.cpu"), facts.cpuModel())
                .fact(text("host.threads"), facts.cpuThreads() == null ? null : String.valueOf(facts.cpuThreads()))
                .fact(text("host.memory"), facts.memoryTotal() == null ? null : Units.bytes(facts.memoryTotal()))
                .fact(text("host.acceleration"), acceleration(facts.hardwareAcceleration()));
        if (facts.bootedAt() != null) {
            list.fact(text("host.up"), RelativeTime.since(facts.bootedAt()));
        }
        return list;
    }

    private static @Nullable String acceleration(@Nullable Boolean there) {
        return there == null ? null : text(there ? "host.acceleration.yes" : "host.acceleration.no");
    }

    private static SmallTable poolTable(List<Pool> pools) {
        return new SmallTable(
                        text("pool.name"),
                        text("pool.driver"),
                        text("pool.location"),
                        text("pool.used"),
                        text("pool.total"))
                .rows(
                        pools,
                        (table, pool) -> table.row(
                                SmallTable.words(pool.name()),
                                SmallTable.muted(pool.active() ? pool.driver() : text("pool.inactive", pool.driver())),
                                SmallTable.code(pool.location()),
                                SmallTable.number(Units.bytes(pool.used())),
                                SmallTable.number(Units.bytes(pool.total()))));
    }
}
