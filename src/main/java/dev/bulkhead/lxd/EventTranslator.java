package dev.bulkhead.lxd;

import dev.bulkhead.engine.Change;
import dev.bulkhead.engine.Change.AllChanged;
import dev.bulkhead.engine.Change.InstanceChanged;
import dev.bulkhead.engine.Change.ResourcesChanged;
import dev.bulkhead.engine.EngineException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Says what an event of the server means to us. */
final class EventTranslator {

    private static final String INSTANCE = "instance-";

    /** Uses of an instance that change nothing of its record, and may come by the thousand. */
    private static final List<String> USES = List.of(
            "instance-exec",
            "instance-console",
            "instance-file-",
            "instance-log-",
            "instance-backup-",
            "instance-metadata-");

    private static final List<String> RESOURCES = List.of("storage-", "network-", "image-");

    /** What instances take over: limits and devices from profiles, their very names from projects. */
    private static final List<String> INHERITED = List.of("profile-", "project-");

    private final NameIndex index;
    private final Function<InstanceName, Optional<InstanceDocument>> lookup;

    /**
     * @param lookup asks the server for an instance, may throw {@link EngineException}; used for names that the index does not know
     */
    EventTranslator(NameIndex index, Function<InstanceName, Optional<InstanceDocument>> lookup) {
        this.index = index;
        this.lookup = lookup;
    }

    List<Change> translate(String message) {
        return LifecycleEvent.parse(message).map(this::translate).orElse(List.of());
    }

    private List<Change> translate(LifecycleEvent event) {
        String action = event.action();
        if (startsWithAny(action, USES)) {
            return List.of();
        }
        if (startsWithAny(action, RESOURCES)) {
            return List.of(new ResourcesChanged());
        }
        if (startsWithAny(action, INHERITED)) {
            return List.of(new AllChanged());
        }
        InstanceName name = event.instance();
        return action.startsWith(INSTANCE) && name != null ? instanceChanged(event, name) : List.of();
    }

    private List<Change> instanceChanged(LifecycleEvent event, InstanceName name) {
        String what = event.action().substring(INSTANCE.length());
        InstanceName oldName = event.oldName();
        Optional<String> id = switch (what) {
            case "created" -> lookUp(name);
            case "deleted" -> index.remove(name);
            case "renamed" -> oldName == null ? Optional.empty() : index.rename(oldName, name);
            default -> index.idOf(name);
        };
        if (id.isEmpty() && !what.equals("deleted")) {
            id = lookUp(name);
        }
        if (id.isEmpty()) {
            return List.of(new AllChanged());
        }
        Change changed = new InstanceChanged(id.get(), event.at(), what);
        boolean idsMayChange =
                LocalIds.isTwin(id.get()) && Set.of("renamed", "deleted").contains(what);
        return idsMayChange ? List.of(changed, new AllChanged()) : List.of(changed);
    }

    /** Empty when the instance is gone again, cannot be asked for, or shares its uuid, so that others change their ids too. */
    private Optional<String> lookUp(InstanceName name) {
        try {
            Optional<InstanceDocument> document = lookup.apply(name);
            boolean shared = document.flatMap(InstanceDocument::uuid)
                    .filter(uuid -> index.isClaimedByAnother(uuid, name))
                    .isPresent();
            Optional<String> id = shared ? Optional.empty() : document.map(alone -> LocalIds.idOf(alone, true));
            id.ifPresent(known -> index.put(name, known));
            return id;
        } catch (EngineException unanswered) {
            return Optional.empty();
        }
    }

    private static boolean startsWithAny(String action, List<String> beginnings) {
        return beginnings.stream().anyMatch(action::startsWith);
    }
}
