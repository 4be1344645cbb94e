package dev.bulkhead.capacity;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Project;
import dev.bulkhead.access.ProjectDirectory;
import dev.bulkhead.access.ProjectService;
import dev.bulkhead.access.Projects;
import dev.bulkhead.access.Requires;
import dev.bulkhead.access.quota.Quota;
import dev.bulkhead.capacity.CapacityReport.HostUse;
import dev.bulkhead.capacity.CapacityReport.ProjectUse;
import dev.bulkhead.capacity.CapacityReport.Unlimited;
import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.host.HostService;
import dev.bulkhead.host.HostStatus;
import dev.bulkhead.instance.InstanceQuery;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.instance.InventoryItem;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * What there is room for. Figures of a host need the right to see it and are those of all that is on it; figures of a project are
 * those of the instances in it that the caller sees. Answers from memory.
 */
@Service
@EnableConfigurationProperties(FitRules.class)
public class CapacityService {

    private final HostService hosts;
    private final InstanceService instances;
    private final ProjectDirectory directory;
    private final ProjectService projects;
    private final GuestSizes sizes;
    private final FitRules rules;

    CapacityService(
            HostService hosts,
            InstanceService instances,
            ProjectDirectory directory,
            ProjectService projects,
            GuestSizes sizes,
            FitRules rules) {
        this.hosts = hosts;
        this.instances = instances;
        this.directory = directory;
        this.projects = projects;
        this.sizes = sizes;
        this.rules = rules;
    }

    @Requires(Permission.ENTER)
    public CapacityReport report() {
        List<InventoryItem> items = instances.list(InstanceQuery.ALL);
        Map<HostId, List<Unlimited>> unlimited = items.stream()
                .filter(item -> !sizes.promised(item).unlimited().isEmpty())
                .collect(Collectors.groupingBy(
                        InventoryItem::host, Collectors.mapping(this::unlimited, Collectors.toList())));
        return new CapacityReport(
                hosts.hosts().stream()
                        .map(host -> new HostUse(host, unlimited.getOrDefault(host.id(), List.of())))
                        .toList(),
                byProject(items));
    }

    /** How full a host may be promised. */
    @Requires(Permission.ENTER)
    public FitRules rules() {
        return rules;
    }

    /** What one more of an instance would need. */
    @Requires(Permission.INSTANCE_VIEW)
    public Optional<Guest> like(InstanceId id) {
        return instances.find(id).flatMap(this::guest);
    }

    /**
     * Whether something fits, on each host that the caller may see, in the order of configuration.
     *
     * @param kind of the engine that it needs; null for any. Hosts where none of that kind answers are left out.
     */
    @Requires(Permission.HOST_VIEW)
    public List<Fit> fits(Size size, @Nullable EngineKind kind) {
        return hosts.hosts().stream()
                .map(Room::of)
                .filter(room -> kind == null || room.kinds().contains(kind))
                .map(room -> room.fit(size, rules))
                .toList();
    }

    /**
     * Where what runs on a host would fit if the host died, of what the caller sees. Hosts that are guests on it die with it; what runs
     * in them comes back with them.
     *
     * @return empty for a host that there is not
     */
    @Requires(Permission.HOST_VIEW)
    public Optional<Evacuation> evacuation(HostId id) {
        List<HostStatus> all = hosts.hosts();
        if (all.stream().noneMatch(host -> host.id().equals(id))) {
            return Optional.empty();
        }
        Map<HostId, HostId> inside = new HashMap<>();
        all.stream().filter(host -> host.inside() != null).forEach(host -> inside.put(host.id(), host.inside()));
        Set<HostId> dead = Evacuation.within(id, inside);
        List<Guest> guests = instances.list(InstanceQuery.ALL).stream()
                .filter(item ->
                        item.host().equals(id) && item.instance().state().isActive())
                .flatMap(item -> guest(item).stream())
                .toList();
        List<Room> others = all.stream()
                .filter(host -> !dead.contains(host.id()))
                .map(Room::of)
                .toList();
        return Optional.of(Evacuation.plan(guests, others, rules));
    }

    private List<ProjectUse> byProject(List<InventoryItem> items) {
        Projects placed = directory.projects();
        Map<UUID, Quota> quotas = projects.list().stream().collect(Collectors.toMap(Project::id, Project::quota));
        Map<UUID, ProjectTally> tallies = new HashMap<>();
        for (InventoryItem item : items) {
            Project project = placed.of(item.id());
            tallies.computeIfAbsent(project.id(), id -> new ProjectTally(project, quotas.getOrDefault(id, Quota.NONE)))
                    .add(sizes.promised(item), sizes.used(item));
        }
        return tallies.values().stream()
                .map(ProjectTally::sum)
                .sorted(Comparator.comparing(use -> use.project().name(), String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private Unlimited unlimited(InventoryItem item) {
        return new Unlimited(
                item.id(), item.instance().name(), sizes.promised(item).unlimited());
    }

    private Optional<Guest> guest(InventoryItem item) {
        return hosts.engines().stream()
                .filter(engine -> engine.id().equals(item.id().engine()))
                .findFirst()
                .map(engine -> sizes.guest(item, engine.settings().kind()));
    }
}
