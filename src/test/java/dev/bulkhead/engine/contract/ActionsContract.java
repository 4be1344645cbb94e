package dev.bulkhead.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceState;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Acting on instances: what a record offers works, and what it does not offer is refused. */
public abstract class ActionsContract extends Contract {

    /** Actions that the engine has in no state of a guest, and refuses. */
    protected Set<Action> neverOffered() {
        return Set.of();
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void anOfferedActionLeadsToItsState(Action action) {
        String id = makeGuest();
        boolean offered = bringToOffer(id, action);
        assertThat(offered)
                .as("%s is offered", action)
                .isNotEqualTo(neverOffered().contains(action));
        if (!offered) {
            assertFails(() -> engine.instances().perform(id, action), ErrorKind.UNSUPPORTED);
            return;
        }
        Instance before = find(id);

        engine.instances().perform(id, action);

        switch (action) {
            case START, RESUME -> awaitState(id, InstanceState.RUNNING);
            case RESTART, RESET -> awaitStartedAgain(before);
            case PAUSE -> awaitState(id, InstanceState.PAUSED);
            case SHUTDOWN, POWER_OFF -> awaitState(id, InstanceState.STOPPED);
            case DELETE, DELETE_WITH_DISKS ->
                assertThat(engine.instances().find(id)).isEmpty();
        }
    }

    @Test
    void whatARunningGuestDoesNotOfferIsRefused() {
        String id = makeGuest();

        assertRefusesWhatItDoesNotOffer(id, InstanceState.RUNNING);
    }

    @Test
    void whatAStoppedGuestDoesNotOfferIsRefused() {
        String id = makeGuest();
        backstage.stop(id);
        awaitState(id, InstanceState.STOPPED);

        assertRefusesWhatItDoesNotOffer(id, InstanceState.STOPPED);
    }

    @Test
    void whatAPausedGuestDoesNotOfferIsRefused() {
        String id = makeGuest();
        engine.instances().perform(id, Action.PAUSE);
        awaitState(id, InstanceState.PAUSED);

        assertRefusesWhatItDoesNotOffer(id, InstanceState.PAUSED);
    }

    @Test
    void aPausedGuestCanBePoweredOff() {
        String id = makeGuest();
        engine.instances().perform(id, Action.PAUSE);
        awaitState(id, InstanceState.PAUSED);

        engine.instances().perform(id, Action.POWER_OFF);

        awaitState(id, InstanceState.STOPPED);
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void actingOnAnUnknownIdIsNotFound(Action action) {
        assertFails(() -> engine.instances().perform(backstage.unknownId(), action), ErrorKind.NOT_FOUND);
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void actingOnANameIsNotFound(Action action) {
        String name = uniqueName();
        String id = makeGuest(name);

        assertFails(() -> engine.instances().perform(name, action), ErrorKind.NOT_FOUND);

        assertThat(find(id).state()).isEqualTo(InstanceState.RUNNING);
    }

    @Test
    void ofTwoWhoActAtOnceOneWinsAndTheOtherIsTold() {
        String id = makeGuest();

        long done = IntStream.range(0, 2)
                .parallel()
                .filter(each -> succeeds(id, Action.POWER_OFF))
                .count();

        assertThat(done).isPositive();
        awaitState(id, InstanceState.STOPPED);
    }

    /** Whether it was done; the only other outcome that we allow is to be told that the state was no longer fit. */
    private boolean succeeds(String id, Action action) {
        try {
            engine.instances().perform(id, action);
            return true;
        } catch (EngineException refused) {
            assertThat(refused.kind()).isEqualTo(ErrorKind.CONFLICT);
            return false;
        }
    }

    private boolean bringToOffer(String id, Action action) {
        EnumSet<Action> running = offered(id);
        if (running.contains(action)) {
            return true;
        }
        if (running.contains(Action.PAUSE)) {
            engine.instances().perform(id, Action.PAUSE);
            awaitState(id, InstanceState.PAUSED);
            if (offered(id).contains(action)) {
                return true;
            }
            engine.instances().perform(id, Action.RESUME);
            awaitState(id, InstanceState.RUNNING);
        }
        backstage.stop(id);
        awaitState(id, InstanceState.STOPPED);
        return offered(id).contains(action);
    }

    private void assertRefusesWhatItDoesNotOffer(String id, InstanceState state) {
        for (Action action : EnumSet.complementOf(offered(id))) {
            assertFails(() -> engine.instances().perform(id, action), ErrorKind.CONFLICT, ErrorKind.UNSUPPORTED);
            assertThat(find(id).state()).as("after the refused %s", action).isEqualTo(state);
        }
    }

    private void awaitStartedAgain(Instance before) {
        String id = before.id().local();
        Instant started = before.started();
        if (started != null) {
            await("a later start")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(Objects.requireNonNullElse(find(id).started(), started))
                            .isAfter(started));
        }
        awaitState(id, InstanceState.RUNNING);
    }

    private EnumSet<Action> offered(String id) {
        EnumSet<Action> offered = EnumSet.noneOf(Action.class);
        offered.addAll(find(id).actions());
        return offered;
    }
}
