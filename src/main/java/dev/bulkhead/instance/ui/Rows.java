package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.access.ProjectDirectory;
import dev.bulkhead.common.HostId;
import dev.bulkhead.common.ui.Units;
import dev.bulkhead.host.HostService;
import dev.bulkhead.host.HostStatus;
import dev.bulkhead.instance.InventoryItem;
import dev.bulkhead.operation.Operation;
import dev.bulkhead.operation.OperationService;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What one instance says of itself in a list. All texts are cut, so that a row stays below 2 KB on the wire whatever an engine or guest
 * calls itself.
 */
@Component
class Rows {

    private static final int NAME = 80;
    private static final int WORD = 60;

    private final HostService hosts;
    private final OperationService operations;
    private final ProjectDirectory projects;

    Rows(HostService hosts, OperationService operations, ProjectDirectory projects) {
        this.projects = projects;
        this.hosts = hosts;
        this.operations = operations;
    }

    String id(InventoryItem item) {
        return item.id().toString();
    }

    String name(InventoryItem item) {
        return cut(item.instance().name(), NAME);
    }

    /** What a narrow list shows below the name. */
    String below(InventoryItem item) {
        return Stream.of(host(item), project(item), address(item))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** "Starting…" while somebody's action is under way, else the state. */
    String state(InventoryItem item) {
        return active(item)
                .map(operation -> Words.doing(operation.verb()))
                .orElseGet(() -> Words.state(item.instance().state()));
    }

    String tone(InventoryItem item) {
        return active(item).isPresent()
                ? "busy"
                : Words.tone(item.instance().state()).className();
    }

    private Optional<Operation> active(InventoryItem item) {
        return operations.activeFor(id(item));
    }

    String why(InventoryItem item) {
        String reason = item.instance().stateReason();
        return reason == null ? "" : cut(reason, WORD);
    }

    String staleSince(InventoryItem item) {
        InventoryItem.Stale stale = item.stale();
        return stale == null ? "" : stale.since().toString();
    }

    String staleWhy(InventoryItem item) {
        InventoryItem.Stale stale = item.stale();
        return stale == null ? "" : text("stale.why", cut(stale.reason(), NAME));
    }

    String host(InventoryItem item) {
        return cut(hosts.host(item.host()).map(HostStatus::name).orElseGet(() -> name(item.host())), WORD);
    }

    private static String name(HostId id) {
        return id.value();
    }

    String project(InventoryItem item) {
        return cut(projects.projects().name(item.id()), WORD);
    }

    String address(InventoryItem item) {
        return item.instance().addresses().stream()
                .findFirst()
                .map(address -> cut(address, WORD))
                .orElse("");
    }

    String cpus(InventoryItem item) {
        return Units.cpus(item.instance().cpus());
    }

    String memory(InventoryItem item) {
        return Units.bytes(item.instance().memory());
    }

    String started(InventoryItem item) {
        return item.instance().started() == null
                ? ""
                : item.instance().started().toString();
    }
}
