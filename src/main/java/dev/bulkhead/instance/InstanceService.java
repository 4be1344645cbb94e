package dev.bulkhead.instance;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.HiddenException;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.ProjectDirectory;
import dev.bulkhead.access.Projects;
import dev.bulkhead.access.Requires;
import dev.bulkhead.access.Rights;
import dev.bulkhead.common.ChangeLog;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.Registration;
import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.operation.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/** Instances of all hosts, as far as the caller may see them, for pages and the API. Answers from memory: no method waits for an engine. */
@Service
public class InstanceService {

    private static final String GONE = "It does not exist any more";

    private final InstanceInventory inventory;
    private final InstanceSearch search;
    private final InstanceEvents events;
    private final InstanceActions actions;
    private final ProjectDirectory projects;
    private final AccessService access;

    InstanceService(
            InstanceInventory inventory,
            InstanceSearch search,
            InstanceEvents events,
            InstanceActions actions,
            ProjectDirectory projects,
            AccessService access) {
        this.inventory = inventory;
        this.search = search;
        this.events = events;
        this.actions = actions;
        this.projects = projects;
        this.access = access;
    }

    @Requires(Permission.INSTANCE_VIEW)
    public Optional<InventoryItem> find(InstanceId id) {
        return inventory.find(id);
    }

    /** All that match, in order. Who sees everything shares one immutable list with all who ask the same: page it with {@code subList}. */
    @Requires(Permission.ENTER)
    public List<InventoryItem> list(InstanceQuery query) {
        return visible(search.search(query));
    }

    @Requires(Permission.ENTER)
    public InstanceSummary summary() {
        Map<InstanceKind, Map<InstanceState, Integer>> counts = new EnumMap<>(InstanceKind.class);
        int total = 0;
        int stale = 0;
        for (InventoryItem item : visible(List.copyOf(inventory.all()))) {
            counts.computeIfAbsent(item.instance().kind(), kind -> new EnumMap<>(InstanceState.class))
                    .merge(item.instance().state(), 1, Integer::sum);
            total++;
            stale += item.stale() == null ? 0 : 1;
        }
        return new InstanceSummary(total, counts, stale);
    }

    /** The names of all projects that an instance is in which the caller sees, in order. */
    @Requires(Permission.ENTER)
    public Set<String> projects() {
        Projects placed = projects.projects();
        return visible(List.copyOf(inventory.all())).stream()
                .map(item -> placed.name(item.id()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What its engine told of it since Bulkhead started, newest first, 30 at most. */
    @Requires(Permission.INSTANCE_VIEW)
    public List<InstanceEvent> events(InstanceId id) {
        return events.of(id);
    }

    /**
     * Has an action done. Returns at once with the operation that tracks it.
     *
     * @throws EngineException NOT_FOUND; CONFLICT when the state does not allow it or something else is under way; UNREACHABLE when
     *     the engine is known not to answer
     */
    @Requires(Permission.INSTANCE_OPERATE)
    public Operation perform(InstanceId id, Action action) {
        access.require(permission(action), id);
        return actions.perform(id, action, access.current());
    }

    /** Has an action done to each of many that allows it; those that do not are named with the reason. */
    @Requires(Permission.INSTANCE_OPERATE)
    public BulkOutcome performAll(Collection<InstanceId> ids, Action action) {
        List<Operation> accepted = new ArrayList<>();
        Map<InstanceId, String> refused = new LinkedHashMap<>();
        for (InstanceId id : Set.copyOf(ids)) {
            try {
                access.require(permission(action), id);
                accepted.add(actions.perform(id, action, access.current()));
            } catch (HiddenException hidden) {
                refused.put(id, GONE);
            } catch (AccessDeniedException denied) {
                refused.put(id, "You do not have the right to do that");
            } catch (EngineException refusal) {
                refused.put(id, refusal.kind() == ErrorKind.NOT_FOUND ? GONE : words(refusal));
            }
        }
        return new BulkOutcome(accepted, refused);
    }

    /** What one has to hold for an action. */
    public static Permission permission(Action action) {
        return action.isIrreversible() ? Permission.INSTANCE_DELETE : Permission.INSTANCE_OPERATE;
    }

    private static String words(EngineException refusal) {
        return String.valueOf(refusal.getMessage());
    }

    /** Calls {@code listener} after any instance changed; any thread, must return at once. */
    @Requires(Permission.ENTER)
    public Registration onChange(Runnable listener) {
        return inventory.changes().onAppend(listener);
    }

    /** Instances that were added, changed or removed since that position. */
    @Requires(Permission.ENTER)
    public ChangeLog.Delta<InstanceId> changes(long since) {
        ChangeLog.Delta<InstanceId> delta = inventory.changes().since(since);
        Rights rights = access.rights();
        if (rights.everywhere(Permission.INSTANCE_VIEW)) {
            return delta;
        }
        Set<InstanceId> visible = delta.keys().stream()
                .filter(id -> rights.at(Permission.INSTANCE_VIEW, id))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new ChangeLog.Delta<>(delta.position(), visible, delta.complete());
    }

    /** Where the log of changes ends now. */
    @Requires(Permission.ENTER)
    public long position() {
        return inventory.changes().head();
    }

    private List<InventoryItem> visible(List<InventoryItem> items) {
        Rights rights = access.rights();
        return rights.everywhere(Permission.INSTANCE_VIEW)
                ? items
                : items.stream()
                        .filter(item -> rights.at(Permission.INSTANCE_VIEW, item.id()))
                        .toList();
    }
}
