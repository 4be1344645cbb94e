package dev.bulkhead.instance.lease;

import dev.bulkhead.access.LeaseTerms;
import dev.bulkhead.access.LeaseTerms.End;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.instance.lease.Lease.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one look at a lease leads to. The wall clock says when it is over. But that clock can be set, so nothing is done before its end
 * has been announced for an hour, and nothing deleted before the grace has passed, by a clock that only goes on while Bulkhead runs.
 *
 * @param lease as it is after the look
 * @param due what is to be done now
 */
record LeaseStep(Lease lease, Due due) {

    private static final Set<InstanceState> OFF =
            Set.of(InstanceState.STOPPED, InstanceState.CRASHED, InstanceState.SUSPENDED);

    /** What the end of a lease asks for. */
    enum Due {
        NOTHING,
        STOP,
        DELETE
    }

    /**
     * @param now by the wall clock
     * @param passed since the look before, by the clock that nobody can set
     */
    static LeaseStep of(Lease lease, LeaseTerms terms, InstanceState state, Instant now, Duration passed) {
        Stage stage = lease.stage(now);
        Duration announced = stage.compareTo(Stage.WITHIN_AN_HOUR) < 0 ? null : longer(lease.announced(), passed);
        boolean over = stage == Stage.OVER && announced != null && announced.compareTo(Lease.LAST_NOTICE) >= 0;
        boolean off = OFF.contains(state);
        Duration stopped = over && off ? longer(lease.stopped(), passed) : null;
        Due due = Due.NOTHING;
        if (over && !off) {
            due = Due.STOP;
        } else if (stopped != null && terms.end() == End.DELETE && stopped.compareTo(terms.grace()) >= 0) {
            due = Due.DELETE;
        }
        return new LeaseStep(new Lease(lease.instance(), lease.project(), lease.endsAt(), announced, stopped), due);
    }

    /** What was not so at the look before has not lasted yet. */
    private static Duration longer(@Nullable Duration before, Duration passed) {
        return before == null ? Duration.ZERO : before.plus(passed);
    }
}
