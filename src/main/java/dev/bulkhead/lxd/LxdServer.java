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

    /** The networks of all projects, and the machine's interfaces that are none of the server's. */
    void eachNetwork(Consumer<ObjectNode> consumer) {
        each("networks", "networks_all_projects", "features.networks", "recursion=1", consumer);
    }

    /** The images of all projects. */
    void eachImage(Consumer<ObjectNode> consumer) {
        each("images", "images_all_projects", "features.images", "recursion=1", consumer);
    }

    /** A name that is unique on the server: with its project before it, where that is not the default one. */
    static String qualified(JsonNode document, String name) {
        String project = document.path("project").asString("");
        boolean isDefault = project.isEmpty() || project.equals(InstanceName.DEFAULT_PROJECT);
        return Text.cut(isDefault ? name : project + "/" + name);
    }

    private void each(String query, Consumer<InstanceDocument> consumer) {
        each("instances", "instance_all_projects", "", query, json -> consumer.accept(new InstanceDocument(json)));
    }

    /**
     * Visits what a collection has in all projects, each with its project.
     *
     * @param extension by which a server says that it lists them in one call
     * @param feature by which a project says that it has its own, and not those of the default one; "" where each has
     */
    private void each(
            String collection, String extension, String feature, String query, Consumer<ObjectNode> consumer) {
        String path = "/1.0/" + collection + "?";
        if (can(extension)) {
            client.each(path + "all-projects=true&" + query, consumer);
        } else if (can("projects")) {
            for (String project : projects(feature)) {
                // Servers of that age do not say in a document which project it is of.
                client.each(
                        path + "project=" + InstanceName.encode(project) + "&" + query,
                        json -> consumer.accept(json.put("project", project)));
            }
        } else {
            client.each(path + query, consumer);
        }
    }

    private List<String> projects(String feature) {
        List<String> projects = new ArrayList<>();
        client.each("/1.0/projects?recursion=1", json -> {
            String name = json.path("name").asString("");
            if (feature.isEmpty()
                    || name.equals(InstanceName.DEFAULT_PROJECT)
                    || InstanceDocument.isTrue(json.path("config").path(feature).asString(""))) {
                projects.add(name);
            }
        });
        return projects;
    }
}
