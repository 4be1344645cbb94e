package dev.bulkhead.instance.lease;

import dev.bulkhead.access.Origin;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.instance.lease.LeaseStep.Due;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Stops and deletes what is over, as tasks like everybody's. A guest is asked to end first, and ended at once when it has not after a
 * while. What failed is tried again, less and less often; what the engine does not take now is tried at the next look.
 */
@Component
class LeaseEnding {

    /** Who stands in the record. A user of that name is another one: this is no session, but Bulkhead itself. */
    static final Origin LEASE = new Origin("lease", Origin.Proof.SYSTEM, null, null);

    private static final Logger LOG = LoggerFactory.getLogger(LeaseEnding.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration RAREST = Duration.ofHours(1);
    private static final List<Action> GENTLY = List.of(Action.SHUTDOWN, Action.POWER_OFF);
    private static final List<Action> AT_ONCE = List.of(Action.POWER_OFF, Action.SHUTDOWN);
    private static final List<Action> REMOVE = List.of(Action.DELETE_WITH_DISKS, Action.DELETE);

    private final LeasedInstances instances;
    private final LongSupplier nanoTime;
    private final Map<InstanceId, Try> tries = new HashMap<>();

    @Autowired
    LeaseEnding(LeasedInstances instances) {
        this(instances, System::nanoTime);
    }

    LeaseEnding(LeasedInstances instances, LongSupplier nanoTime) {
        this.instances = instances;
        this.nanoTime = nanoTime;
    }

    private record Try(Due due, int count, long nanos) {

        boolean isRecent(long now) {
            Duration pause = PATIENCE.multipliedBy(1L << Math.min(count - 1, 10));
            return now - nanos < (pause.compareTo(RAREST) < 0 ? pause : RAREST).toNanos();
        }
    }

    synchronized void forget(InstanceId instance) {
        tries.remove(instance);
    }

    synchronized void end(Instance instance, Due due) {
        Try known = tries.get(instance.id());
        Try before = known != null && known.due() == due ? known : null;
        if (before != null && before.isRecent(nanoTime.getAsLong())) {
            return;
        }
        List<Action> wishes = due == Due.DELETE ? REMOVE : before == null ? GENTLY : AT_ONCE;
        Try attempt = new Try(due, before == null ? 1 : before.count() + 1, nanoTime.getAsLong());
        wishes.stream()
                .filter(instance.actions()::contains)
                .findFirst()
                .ifPresent(action -> perform(instance.id(), action, attempt));
    }

    private void perform(InstanceId id, Action action, Try attempt) {
        try {
            instances.perform(id, action, LEASE);
            tries.put(id, attempt);
        } catch (EngineException notNow) {
            LOG.debug("The lease of {} is not ended yet: {}", id, notNow.kind());
        } catch (RuntimeException unrecorded) {
            LOG.error("The lease of {} cannot be ended yet", id, unrecorded);
        }
    }
}
