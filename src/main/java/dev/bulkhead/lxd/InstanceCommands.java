package dev.bulkhead.lxd;

import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.time.Duration;
import org.eclipse.jetty.http.HttpMethod;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends actions to instances. The API takes a name where we have an id, so the name is asked for just before; a rename in the
 * milliseconds between cannot be ruled out.
 */
final class InstanceCommands {

    /** How long the server waits for a guest to follow a request before it gives that request up. */
    private static final Duration GUEST_PATIENCE = Duration.ofMinutes(2);

    /** Long enough to hear that a request to a guest failed at once, short enough for one that only asks. */
    private static final Duration ASKED = Duration.ofSeconds(1);

    private static final Duration POLL = Duration.ofSeconds(20);

    private final LxdClient client;
    private final InstanceDirectory directory;

    InstanceCommands(LxdClient client, InstanceDirectory directory) {
        this.client = client;
        this.directory = directory;
    }

    void perform(String localId, Action action) {
        InstanceDocument target = allowedTarget(localId, action);
        try {
            send(target.name(), action);
        } catch (EngineException failure) {
            throw explain(failure, target.name(), localId, action);
        }
    }

    private InstanceDocument allowedTarget(String localId, Action action) {
        InstanceDocument target = directory.target(localId);
        if (action == Action.DELETE) {
            throw client.errors().of(ErrorKind.UNSUPPORTED, "The server deletes an instance's root disk with it");
        }
        if (!InstanceStates.actions(target).contains(action)) {
            String message = action == Action.DELETE_WITH_DISKS && target.configFlag("security.protection.delete")
                    ? "It is protected from deletion (security.protection.delete)"
                    : "It is " + target.status() + " now, which does not allow this";
            throw client.errors().of(ErrorKind.CONFLICT, message);
        }
        return target;
    }

    private void send(InstanceName name, Action action) {
        switch (action) {
            case START -> finish(change(name, "start", false));
            case SHUTDOWN -> client.await(change(name, "stop", false), ASKED);
            case POWER_OFF -> finish(change(name, "stop", true));
            case RESTART -> client.await(change(name, "restart", false), ASKED);
            case RESET -> finish(change(name, "restart", true));
            case PAUSE -> finish(change(name, "freeze", false));
            case RESUME -> finish(change(name, "unfreeze", false));
            case DELETE, DELETE_WITH_DISKS -> finish(client.begin(HttpMethod.DELETE, name.path(), Envelope.object()));
        }
    }

    private String change(InstanceName name, String word, boolean force) {
        ObjectNode body =
                Envelope.object().put("action", word).put("force", force).put("timeout", GUEST_PATIENCE.toSeconds());
        return client.begin(HttpMethod.PUT, name.path("state"), body);
    }

    private void finish(String operation) {
        boolean done = false;
        while (!done) {
            done = client.await(operation, POLL);
        }
    }

    /**
     * An operation fails with 400 for whatever reason. Whether somebody else is at the instance, or was and left it in another state,
     * is the reason most often, and can be asked for.
     */
    private EngineException explain(EngineException failure, InstanceName name, String localId, Action action) {
        if (failure.kind() != ErrorKind.INTERNAL && failure.kind() != ErrorKind.INVALID) {
            return failure;
        }
        try {
            if (!RunningOperations.at(client, name).isEmpty()) {
                return client.errors().of(ErrorKind.CONFLICT, "Another operation is at work on it");
            }
            allowedTarget(localId, action);
            return failure;
        } catch (EngineException now) {
            return now.kind() == ErrorKind.NOT_FOUND || now.kind() == ErrorKind.CONFLICT ? now : failure;
        }
    }
}
