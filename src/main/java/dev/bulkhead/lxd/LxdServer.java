package dev.bulkhead.lxd;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is asked of a server by more than one role: what it can do, and its instances. */
final class LxdServer {

    /** How much of an instance is asked for. */
    enum Depth {
        CONFIGURATION(1),
        /** With live state and snapshots. */
        STATE(2);

        private final int recursion;

        Depth(int recursion) {
            this.recursion = recursion;
        }
    }

    private final LxdClient client;
    private volatile @Nullable Set<String> extensions;
    private volatile @Nullable ByteSize memory;

    LxdServer(LxdClient client) {
        this.client = client;
    }

    LxdClient client() {
        return client;
    }

    /** Who the server says it is; keeps what it says it can do. */
    JsonNode read() {
        JsonNode server = client.get("/1.0");
        Set<String> names = new HashSet<>();
        for (JsonNode name : server.path("api_extensions")) {
            names.add(name.asString(""));
        }
        extensions = names;
        return server;
    }

    boolean can(String extension) {
        Set<String> known = extensions;
        if (known == null) {
            read();
            known = extensions;
        }
        return known != null && known.contains(extension);
    }

    /** Memory of the machine, of which a limit may be a share. */
    ByteSize memory() {
        ByteSize known = memory;
        if (known == null) {
            known = new ByteSize(Math.max(
                    0, client.get("/1.0/resources").path("memory").path("total").asLong(0)));
            memory = known;
        }
        return known;
    }

    /** The instances of all projects, in one call where the server is not older than LXD 4.18. */
    void eachInstance(Depth depth, Consumer<InstanceDocument> consumer) {
        each("recursion=" + depth.recursion, consumer);
    }

    /** Those that claim a {@code volatile.uuid}: none, one, or several after an import. Without live state. */
    List<InstanceDocument> claimants(String uuid) {
        String filter = InstanceName.encode("config.volatile.uuid eq " + uuid);
        List<InstanceDocument> claimants = new ArrayList<>();
        each("recursion=1&filter=" + filter, document -> {
            // A server that knows no filter sends all.
            if (document.uuid().filter(uuid::equals).isPresent()) {
                claimants.add(document);
            }
        });
        return claimants;
    }

    /** One instance with its state; empty when the server says that it is not there. */
    Optional<InstanceDocument> instance(InstanceName name) {
        try {
            JsonNode json = client.get(name.path() + "&recursion=1");
            return json instanceof ObjectNode object ? Optional.of(new InstanceDocument(object)) : Optional.empty();
        } catch (EngineException refusal) {
            if (refusal.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private void each(String query, Consumer<InstanceDocument> consumer) {
        Consumer<ObjectNode> element = json -> consumer.accept(new InstanceDocument(json));
        if (can("instance_all_projects")) {
            client.each("/1.0/instances?all-projects=true&" + query, element);
        } else if (can("projects")) {
            List<String> projects = new ArrayList<>();
            client.each(
                    "/1.0/projects?recursion=1",
                    json -> projects.add(json.path("name").asString("")));
            for (String project : projects) {
                String inProject = "/1.0/instances?project=" + InstanceName.encode(project) + "&" + query;
                // Servers of that age do not say in an instance's document which project it is of.
                client.each(inProject, json -> element.accept(json.put("project", project)));
            }
        } else {
            client.each("/1.0/instances?" + query, element);
        }
    }
}
