package dev.bulkhead.instance;

import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Change;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.host.EngineHandle;
import dev.bulkhead.host.EngineListener;
import dev.bulkhead.host.EngineStatus;
import dev.bulkhead.operation.Operation;
import dev.bulkhead.operation.Operations;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks an engine, as soon as it answers, what became of the operations that an end of Bulkhead interrupted. Nothing is done again. */
@Component
class InterruptedCheck implements EngineListener {

    private static final Logger LOG = LoggerFactory.getLogger(InterruptedCheck.class);
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final Operations operations;

    InterruptedCheck(Operations operations) {
        this.operations = operations;
    }

    @Override
    public void engineUp(EngineHandle engine) {
        Thread.ofVirtual().name("interrupted-" + engine.id()).start(() -> check(engine));
    }

    private void check(EngineHandle engine) {
        try {
            operations.unsettled(engine.id() + ".").forEach(operation -> check(engine, operation));
        } catch (EngineException unanswered) {
            // Asked again when it answers again.
            LOG.info("Engine {} did not say yet what became of interrupted operations", engine.id());
        } catch (RuntimeException failing) {
            LOG.error("Engine {}: what became of interrupted operations is not known yet", engine.id(), failing);
        }
    }

    private void check(EngineHandle engine, Operation operation) {
        InstanceId.parse(operation.target()).ifPresent(id -> {
            Optional<Instance> found =
                    engine.read(DEADLINE, known -> known.instances().find(id.local()));
            operations.settle(
                    operation,
                    found.map(instance -> instance.state().name().toLowerCase(Locale.ROOT))
                            .orElse("there is no such instance any more"));
        });
    }

    @Override
    public void engineLost(EngineHandle engine, EngineStatus status) {
        // Asked again when it answers again.
    }

    @Override
    public void changed(EngineHandle engine, Change change) {
        // What happens now was not caused by what was interrupted.
    }
}
