package dev.bulkhead.docker;

import static com.github.dockerjava.transport.DockerHttpClient.Request.Method.DELETE;
import static com.github.dockerjava.transport.DockerHttpClient.Request.Method.POST;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.Instances;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Containers, by one list call or one inspection each. */
final class DockerInstances implements Instances {

    private static final Logger LOG = LoggerFactory.getLogger(DockerInstances.class);

    private final EngineId engine;
    private final DockerApi api;
    private final Inspections inspections;

    DockerInstances(EngineId engine, DockerApi api, Inspections inspections) {
        this.engine = engine;
        this.api = api;
        this.inspections = inspections;
    }

    @Override
    public List<Instance> list() {
        List<Instance> containers = new ArrayList<>();
        api.readEach("/containers/json?all=true", json -> {
            if (ContainerIds.isId(json.path("Id").asString(""))) {
                containers.add(inspections.enrich(ListedContainer.read(engine, json)));
            } else {
                LOG.debug("Engine {} listed a container without a usable id", engine);
            }
        });
        inspections.retain(containers);
        return containers;
    }

    @Override
    public Optional<Instance> find(String localId) {
        if (!ContainerIds.isId(localId)) {
            return Optional.empty();
        }
        Object ticket = inspections.begin(localId);
        JsonNode json;
        try {
            json = api.read("/containers/" + localId + "/json");
        } catch (EngineException failure) {
            if (failure.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
        if (!json.path("Id").asString("").equals(localId)) {
            // Where no id matches, the engine looks for a name of that form.
            return Optional.empty();
        }
        Instance inspected = InspectedContainer.read(engine, json);
        inspections.keep(ticket, inspected);
        return Optional.of(inspected);
    }

    @Override
    public void perform(String localId, Action action) {
        Instance container = find(localId)
                .orElseThrow(() -> api.errors().of(ErrorKind.NOT_FOUND, "There is no container " + cut(localId)));
        // The engine itself would start what "restart" finds stopped, and say nothing of a second stop.
        if (!container.actions().contains(action)) {
            throw api.errors()
                    .of(ErrorKind.CONFLICT, "It is " + container.state() + ", which does not allow " + action);
        }
        String path = "/containers/" + localId;
        switch (action) {
            case START -> api.send(POST, path + "/start");
            case SHUTDOWN -> api.send(POST, path + "/stop");
            case POWER_OFF -> api.send(POST, path + "/kill");
            case RESTART -> api.send(POST, path + "/restart");
            case RESET -> api.send(POST, path + "/restart?t=0");
            case PAUSE -> api.send(POST, path + "/pause");
            case RESUME -> api.send(POST, path + "/unpause");
            case DELETE -> api.send(DELETE, path);
            case DELETE_WITH_DISKS -> api.send(DELETE, path + "?v=true");
        }
    }

    private static String cut(String localId) {
        return Text.cut(localId, 80);
    }
}
