package dev.bulkhead.instance;

import dev.bulkhead.access.ProjectDirectory;
import dev.bulkhead.access.Projects;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceDetails;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Filters and sorts the inventory. Results are shared between all who ask the same, for as long as nothing changes. */
@Component
class InstanceSearch {

    private static final int CACHED = 32;
    private static final Comparator<String> TEXT =
            String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    private final InstanceInventory inventory;
    private final ProjectDirectory projects;
    private final Map<InstanceQuery, Result> cache = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<InstanceQuery, Result> eldest) {
            return size() > CACHED;
        }
    };

    InstanceSearch(InstanceInventory inventory, ProjectDirectory projects) {
        this.inventory = inventory;
        this.projects = projects;
    }

    private record Result(long position, Projects projects, List<InventoryItem> items) {}

    List<InventoryItem> search(InstanceQuery query) {
        long position = inventory.changes().head();
        Projects placed = projects.projects();
        synchronized (cache) {
            Result known = cache.get(query);
            if (known != null && known.position() == position && known.projects() == placed) {
                return known.items();
            }
        }
        List<InventoryItem> items = select(inventory.all(), query, placed);
        synchronized (cache) {
            cache.put(query, new Result(position, placed, items));
        }
        return items;
    }

    private static List<InventoryItem> select(Collection<InventoryItem> all, InstanceQuery query, Projects projects) {
        String[] words = query.text().isBlank()
                ? new String[0]
                : query.text().strip().toLowerCase(Locale.ROOT).split("\\s+");
        return all.stream()
                .filter(item -> matches(item, query, projects) && matches(item, words, projects))
                .sorted(order(query, projects))
                .toList();
    }

    private static boolean matches(InventoryItem item, InstanceQuery query, Projects projects) {
        Instance instance = item.instance();
        return in(query.kinds(), instance.kind())
                && in(query.states(), instance.state())
                && in(query.hosts(), item.host().value())
                && in(query.engines(), item.id().engine().value())
                && in(query.projects(), projects.name(item.id()));
    }

    private static <T> boolean in(Set<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static boolean matches(InventoryItem item, String[] words, Projects projects) {
        for (String word : words) {
            if (texts(item.instance(), projects.name(item.id()))
                    .noneMatch(text -> text.toLowerCase(Locale.ROOT).contains(word))) {
                return false;
            }
        }
        return true;
    }

    private static Stream<String> texts(Instance instance, String project) {
        Stream<String> own =
                Stream.of(instance.name(), instance.title(), instance.id().local(), image(instance.details()), project);
        Stream<String> labels =
                instance.labels().entrySet().stream().map(label -> label.getKey() + "=" + label.getValue());
        return Stream.of(own, instance.addresses().stream(), labels).flatMap(texts -> texts);
    }

    private static String image(InstanceDetails details) {
        return switch (details) {
            case InstanceDetails.VirtualMachine vm -> "";
            case InstanceDetails.SystemContainer container -> container.image();
            case InstanceDetails.ApplicationContainer container -> container.image();
        };
    }

    private static Comparator<InventoryItem> order(InstanceQuery query, Projects projects) {
        Comparator<InventoryItem> byName =
                Comparator.comparing(item -> item.instance().name(), TEXT);
        Comparator<InventoryItem> column = column(query.sort(), byName, projects);
        return (query.descending() ? column.reversed() : column)
                .thenComparing(byName)
                .thenComparing(InventoryItem::id);
    }

    private static Comparator<InventoryItem> column(
            InstanceQuery.Sort sort, Comparator<InventoryItem> byName, Projects projects) {
        return switch (sort) {
            case NAME -> byName;
            case KIND -> Comparator.comparing(item -> item.instance().kind());
            case STATE -> Comparator.comparing(item -> item.instance().state());
            case HOST -> Comparator.comparing(InventoryItem::host);
            case PROJECT -> Comparator.comparing(item -> projects.name(item.id()), TEXT);
            case ADDRESS ->
                Comparator.comparing(item -> item.instance().addresses().stream()
                        .findFirst()
                        .map(InstanceSearch::sortableAddress)
                        .orElse(""));
            case CPUS ->
                Comparator.comparing(item ->
                        item.instance().cpus() == null ? 0.0 : item.instance().cpus());
            case MEMORY ->
                Comparator.comparing(item -> item.instance().memory() == null
                        ? 0L
                        : item.instance().memory().bytes());
            // The longest-running first when ascending by "up": those that do not run come last.
            case STARTED ->
                Comparator.comparing(item -> item.instance().started() == null
                        ? Instant.MAX
                        : item.instance().started());
        };
    }

    /** IPv4 addresses in numeric order, so that 10.0.0.9 comes before 10.0.0.10; others as text behind them. */
    static String sortableAddress(String address) {
        String[] parts = address.split("\\.");
        if (parts.length != 4) {
            return "~" + address;
        }
        StringBuilder padded = new StringBuilder();
        for (String part : parts) {
            padded.append("0".repeat(Math.max(0, 3 - part.length())))
                    .append(part)
                    .append('.');
        }
        return padded.toString();
    }
}
