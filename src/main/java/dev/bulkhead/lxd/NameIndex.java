package dev.bulkhead.lxd;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which id stood for which name when the server last told. A hint: events name instances and carry no id, and a look-up by name is
 * far cheaper for the server than one by uuid. Whoever uses it checks what it finds. For any number of threads.
 */
final class NameIndex {

    private final Map<InstanceName, String> ids = new HashMap<>();
    private final Map<String, InstanceName> names = new HashMap<>();

    synchronized void replaceAll(Map<InstanceName, String> all) {
        ids.clear();
        names.clear();
        all.forEach(this::put);
    }

    synchronized void put(InstanceName name, String id) {
        ids.put(name, id);
        names.put(id, name);
    }

    synchronized Optional<String> idOf(InstanceName name) {
        return Optional.ofNullable(ids.get(name));
    }

    synchronized Optional<InstanceName> nameOf(String id) {
        return Optional.ofNullable(names.get(id));
    }

    /** Whether an instance of another name is known with this uuid. */
    synchronized boolean isClaimedByAnother(String uuid, InstanceName name) {
        return names.entrySet().stream()
                .filter(known -> !known.getValue().equals(name))
                .anyMatch(known ->
                        LocalIds.uuidOf(known.getKey()).filter(uuid::equals).isPresent());
    }

    /** Forgets a name; its id stays known no longer unless it has got another name meanwhile. */
    synchronized Optional<String> remove(InstanceName name) {
        String id = ids.remove(name);
        if (id != null) {
            names.remove(id, name);
        }
        return Optional.ofNullable(id);
    }

    synchronized Optional<String> rename(InstanceName before, InstanceName after) {
        Optional<String> id = remove(before);
        id.ifPresent(known -> put(after, known));
        return id;
    }
}
