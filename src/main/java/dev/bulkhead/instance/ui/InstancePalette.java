package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.common.ui.PaletteSource;
import dev.bulkhead.engine.Action;
import dev.bulkhead.host.HostService;
import dev.bulkhead.host.HostStatus;
import dev.bulkhead.instance.InstanceQuery;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.instance.InventoryItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Instances by any word, and what can be done to them: "web" finds web-01, "stop web" finds shutting it down. */
@Component
class InstancePalette implements PaletteSource {

    private final InstanceService instances;
    private final HostService hosts;
    private final ActionRequests requests;
    private final AccessService access;

    InstancePalette(InstanceService instances, HostService hosts, ActionRequests requests, AccessService access) {
        this.instances = instances;
        this.hosts = hosts;
        this.requests = requests;
        this.access = access;
    }

    @Override
    public List<Find> find(String typed, int limit) {
        if (typed.isBlank() || !access.allows(Permission.INSTANCE_VIEW)) {
            return List.of();
        }
        List<Find> finds = new ArrayList<>();
        actions(typed, finds);
        matches(typed).stream().limit(limit).map(this::opening).forEach(finds::add);
        return finds.stream().limit(limit).toList();
    }

    /** A first word that names an action ("start", "pause") offers it for whatever the rest matches. */
    private void actions(String typed, List<Find> finds) {
        String[] words = typed.strip().split("\\s+", 2);
        if (words.length < 2) {
            return;
        }
        List<InventoryItem> items = matches(words[1]).stream().limit(4).toList();
        for (Action action : Action.values()) {
            if (Words.action(action).toLowerCase(Locale.ROOT).startsWith(words[0].toLowerCase(Locale.ROOT))) {
                items.stream()
                        .filter(item -> requests.offered(item).contains(action))
                        .map(item -> acting(item, action))
                        .forEach(finds::add);
            }
        }
    }

    private List<InventoryItem> matches(String words) {
        return instances.list(Filters.text(InstanceQuery.ALL, words));
    }

    private Find opening(InventoryItem item) {
        return new Find(
                Words.icon(item.instance().kind()),
                item.instance().name(),
                text("palette.instance", Words.kind(item.instance().kind()), host(item)),
                () -> InstancesView.open(item.id()));
    }

    private Find acting(InventoryItem item, Action action) {
        return new Find(
                Words.icon(action),
                text("palette.action", Words.action(action), item.instance().name()),
                host(item),
                () -> requests.request(List.of(item), action));
    }

    private String host(InventoryItem item) {
        return hosts.host(item.host())
                .map(HostStatus::name)
                .orElseGet(() -> item.host().value());
    }
}
