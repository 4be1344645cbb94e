package dev.bulkhead.lxd;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.lxd.LxdServer.Depth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds instances by the ids that they have here, see {@link LocalIds}. */
final class InstanceDirectory {

    private final LxdServer server;
    private final NameIndex index;

    InstanceDirectory(LxdServer server, NameIndex index) {
        this.server = server;
        this.index = index;
    }

    /** All instances by id. */
    Map<String, InstanceDocument> all(Depth depth) {
        List<InstanceDocument> documents = new ArrayList<>();
        server.eachInstance(depth, documents::add);
        Map<InstanceName, String> ids = LocalIds.assign(documents);
        index.replaceAll(ids);
        return byId(documents, ids);
    }

    /** One with its state: by the name that it had last, which is cheap for the server, else by its uuid. */
    Optional<InstanceDocument> find(String localId) {
        return index.nameOf(localId)
                .flatMap(server::instance)
                .filter(document -> isCalled(document, localId))
                .or(() -> Optional.ofNullable(claimants(localId).get(localId))
                        .flatMap(document -> server.instance(document.name())));
    }

    private static boolean isCalled(InstanceDocument document, String localId) {
        return LocalIds.idOf(document, !LocalIds.isTwin(localId)).equals(localId);
    }

    /**
     * The instance that an action is meant for, never another one: the server is asked anew about all that claim the uuid.
     *
     * @throws EngineException NOT_FOUND; CONFLICT when several claim it and the id does not say which is meant
     */
    InstanceDocument target(String localId) {
        Map<String, InstanceDocument> claimants = claimants(localId);
        // A twin that is alone by now has the plain uuid as its id again; the longer one still names it exactly.
        for (InstanceDocument document : claimants.values()) {
            if (isCalled(document, localId) && (LocalIds.isTwin(localId) || claimants.size() == 1)) {
                return document;
            }
        }
        if (LocalIds.isTwin(localId) || claimants.isEmpty()) {
            throw server.client().errors().of(ErrorKind.NOT_FOUND, "There is no such instance any more");
        }
        String message = "Several instances have the same volatile.uuid now; choose one from the list again";
        throw server.client().errors().of(ErrorKind.CONFLICT, message);
    }

    private Map<String, InstanceDocument> claimants(String localId) {
        if (LocalIds.isDerived(localId)) {
            Map<String, InstanceDocument> all = all(Depth.CONFIGURATION);
            all.keySet().retainAll(Set.of(localId));
            return all;
        }
        List<InstanceDocument> documents =
                LocalIds.uuidOf(localId).map(server::claimants).orElse(List.of());
        Map<InstanceName, String> ids = LocalIds.assign(documents);
        ids.forEach(index::put);
        return byId(documents, ids);
    }

    private static Map<String, InstanceDocument> byId(List<InstanceDocument> documents, Map<InstanceName, String> ids) {
        Map<String, InstanceDocument> byId = LinkedHashMap.newLinkedHashMap(documents.size());
        for (InstanceDocument document : documents) {
            byId.put(ids.get(document.name()), document);
        }
        return byId;
    }
}
