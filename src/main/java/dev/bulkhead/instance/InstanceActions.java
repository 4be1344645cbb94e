package dev.bulkhead.instance;

import dev.bulkhead.access.Actor;
import dev.bulkhead.access.Origin;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.host.EngineHandle;
import dev.bulkhead.host.EngineRegistry;
import dev.bulkhead.host.EngineStatus;
import dev.bulkhead.operation.AlreadyUnderWayException;
import dev.bulkhead.operation.Operation;
import dev.bulkhead.operation.OperationFailure;
import dev.bulkhead.operation.Operations;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Turns a wish into an operation on the right engine, or refuses it with the reason. The caller has been asked for the right. */
@Component
class InstanceActions {

    /** Long, since a guest may take minutes to shut down, and libvirt's start was seen to take one. */
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private final InstanceInventory inventory;
    private final InventoryFeed feed;
    private final EngineRegistry engines;
    private final Operations operations;

    InstanceActions(InstanceInventory inventory, InventoryFeed feed, EngineRegistry engines, Operations operations) {
        this.inventory = inventory;
        this.feed = feed;
        this.engines = engines;
        this.operations = operations;
    }

    Operation perform(InstanceId id, Action action, Actor actor) {
        return perform(id, action, Origin.of(actor));
    }

    /** @param origin who has it done, and stands in the record */
    Operation perform(InstanceId id, Action action, Origin origin) {
        Instance instance = inventory
                .find(id)
                .map(InventoryItem::instance)
                .orElseThrow(() -> new EngineException(ErrorKind.NOT_FOUND, id.engine(), "There is no such instance"));
        EngineHandle engine = answering(id);
        if (!instance.actions().contains(action)) {
            throw new EngineException(ErrorKind.CONFLICT, id.engine(), refusal(instance, action));
        }
        Operations.Request request = new Operations.Request(
                ActionNames.of(action),
                id.toString(),
                instance.name(),
                id.engine().value());
        try {
            return operations.submit(request, origin, () -> run(engine, id, action));
        } catch (AlreadyUnderWayException busy) {
            throw new EngineException(ErrorKind.CONFLICT, id.engine(), String.valueOf(busy.getMessage()), busy);
        }
    }

    private EngineHandle answering(InstanceId id) {
        EngineStatus status = engines.status(id.engine())
                .orElseThrow(() -> new EngineException(ErrorKind.NOT_FOUND, id.engine(), "There is no such engine"));
        if (!status.isUp()) {
            throw new EngineException(
                    ErrorKind.UNREACHABLE,
                    id.engine(),
                    status.product() + " does not answer (" + status.fault() + "), so nothing was done");
        }
        return engines.engine(id.engine()).orElseThrow();
    }

    private static String refusal(Instance instance, Action action) {
        String state = instance.state().name().toLowerCase(Locale.ROOT);
        return "The instance is " + state + ": " + ActionNames.of(action) + " is not possible now";
    }

    private void run(EngineHandle engine, InstanceId id, Action action) {
        try {
            engine.act(DEADLINE, known -> known.instances().perform(id.local(), action));
        } catch (EngineException failure) {
            throw new OperationFailure(failure.kind().name(), failure.getMessage(), failure);
        } finally {
            feed.readSoon(id);
        }
    }
}
