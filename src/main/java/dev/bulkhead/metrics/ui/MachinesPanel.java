package dev.bulkhead.metrics.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import dev.bulkhead.common.HostId;
import dev.bulkhead.common.ui.Links;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.Panel;
import dev.bulkhead.host.HostService;
import dev.bulkhead.host.HostStatus;
import dev.bulkhead.metrics.HistoryService;
import dev.bulkhead.metrics.UsageService;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each machine uses now and used in the last half hour, with the way to all of it. Of many the first are shown, the others folded. */
public final class MachinesPanel extends Composite<Panel> {

    @Serial
    private static final long serialVersionUID = 1L;

    /** A few more than these are not worth a fold. */
    private static final int SHOWN = 6;

    private static final int UNFOLDED = 8;

    private final transient HostService hosts;
    private final transient HistoryService history;
    private final transient UsageService usage;
    private final Map<HostId, MachineTile> tiles = new LinkedHashMap<>();

    public MachinesPanel(HostService hosts, HistoryService history, UsageService usage) {
        this.hosts = hosts;
        this.history = history;
        this.usage = usage;
        getContent().remark(Links.to("hosts", text("machines.all")));
        refresh();
        LiveBinding.bind(this, usage::watchMachines, this::refresh);
    }

    @Override
    protected Panel initContent() {
        return new Panel(text("machines"));
    }

    private void refresh() {
        List<HostStatus> now = hosts.hosts();
        setVisible(!now.isEmpty());
        if (!now.stream().map(HostStatus::id).toList().equals(List.copyOf(tiles.keySet()))) {
            lay(now);
        }
        now.forEach(this::show);
    }

    private void show(HostStatus host) {
        MachineTile tile = tiles.get(host.id());
        if (tile != null) {
            tile.show(
                    host.capacity(),
                    usage.latest(host.id()).orElse(null),
                    history.recent(host.id()).orElse(null));
        }
    }

    private void lay(List<HostStatus> now) {
        tiles.clear();
        now.forEach(host -> tiles.put(host.id(), new MachineTile(host)));
        getContent().show(arranged(List.copyOf(tiles.values())));
    }

    static Component[] arranged(List<MachineTile> all) {
        return all.size() <= UNFOLDED
                ? new Component[] {grid(all)}
                : new Component[] {
                    grid(all.subList(0, SHOWN)),
                    new Details(text("machines.more", all.size() - SHOWN), grid(all.subList(SHOWN, all.size())))
                };
    }

    private static Div grid(List<MachineTile> tiles) {
        Div grid = new Div();
        grid.addClassName("machine-tiles");
        tiles.forEach(grid::add);
        return grid;
    }
}
