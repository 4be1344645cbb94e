package dev.bulkhead.lxd;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the server is at now, with one instance. */
final class RunningOperations {

    private RunningOperations() {}

    static List<JsonNode> at(LxdClient client, InstanceName name) {
        List<JsonNode> found = new ArrayList<>();
        String path = "/1.0/operations?recursion=1&project=" + InstanceName.encode(name.project());
        for (JsonNode operation : client.get(path).path("running")) {
            if (concerns(operation, name)) {
                found.add(operation);
            }
        }
        return found;
    }

    private static boolean concerns(JsonNode operation, InstanceName name) {
        String instance = "/1.0/instances/" + InstanceName.encode(name.name());
        for (JsonNode path : operation.path("resources").path("instances")) {
            if (path.asString("").split("\\?", 2)[0].equals(instance)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it holds a console open. It has the sockets that a process with a terminal has, but no command. */
    static boolean isConsole(JsonNode operation) {
        JsonNode own = operation.path("metadata");
        return own.path("fds").has("control") && !own.has("command");
    }
}
