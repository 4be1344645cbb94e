package dev.bulkhead.instance.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.access.LeaseTerms;
import dev.bulkhead.access.LeaseTerms.End;
import dev.bulkhead.access.Origin;
import dev.bulkhead.access.Project;
import dev.bulkhead.access.ProjectDirectory;
import dev.bulkhead.access.Projects;
import dev.bulkhead.access.quota.Quota;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.Registration;
import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.fake.FakeGuests;
import dev.bulkhead.instance.lease.Lease.Stage;
import dev.bulkhead.operation.TestOperations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two clocks stand side by side here, and each is moved by hand: the wall's, which anybody can set, and the one that only goes on. */
class LeaseKeeperTest {

    private static final InstanceId BOX = new InstanceId(new EngineId("atlas-lxd"), "box");
    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final UUID LAB = UUID.randomUUID();

    private final DataSource database = TestOperations.database();
    private final Inventory inventory = new Inventory();
    private final Placement placement = new Placement();
    private Instant wall = Instant.parse("2026-11-26T06:00:00Z");
    private long nanos = 17;
    private LeaseBook book = new LeaseBook(new LeaseStore(JdbcClient.create(database)));
    private LeaseKeeper keeper = start();

    private LeaseKeeper start() {
        return new LeaseKeeper(
                inventory, placement, book, new LeaseEnding(inventory, () -> nanos), () -> wall, () -> nanos);
    }

    /** What was in memory is gone. */
    private void restart() {
        book = new LeaseBook(new LeaseStore(JdbcClient.create(database)));
        keeper = start();
    }

    private void terms(@Nullable LeaseTerms terms) {
        placement.put(new Project(LAB, "lab", Quota.NONE, terms));
    }

    private static LeaseTerms stopAfter(Duration time) {
        return new LeaseTerms(time, End.STOP, Duration.ofHours(1));
    }

    /** Both clocks go on. */
    private void pass(Duration time) {
        for (Duration left = time; !left.isNegative() && !left.isZero(); left = left.minus(LOOK)) {
            wall = wall.plus(LOOK);
            nanos += LOOK.toNanos();
            keeper.look();
        }
    }

    private void setClock(Duration by) {
        wall = wall.plus(by);
        keeper.look();
    }

    private Stage stage() {
        return book.find(BOX).orElseThrow().stage(wall);
    }

    @Test
    void whatComesIntoALeasedProjectEndsOnTimeAndNotBefore() {
        terms(stopAfter(Duration.ofHours(30)));
        keeper.look();
        pass(Duration.ofHours(5));
        assertThat(stage()).isEqualTo(Stage.FAR);
        pass(Duration.ofHours(2));
        assertThat(stage()).isEqualTo(Stage.WITHIN_A_DAY);
        pass(Duration.ofMinutes(22 * 60 + 59));
        assertThat(stage()).isEqualTo(Stage.WITHIN_AN_HOUR);
        assertThat(inventory.asked).isEmpty();
        pass(Duration.ofMinutes(2));
        assertThat(inventory.asked).containsExactly(Action.SHUTDOWN);
        assertThat(inventory.by).containsExactly("lease");
    }

    @Test
    void aClockSetAheadByADayEndsNothingThatWasNotAnnouncedForAnHour() {
        terms(stopAfter(Duration.ofHours(20)));
        keeper.look();
        pass(Duration.ofMinutes(10));
        setClock(DAY);
        assertThat(stage()).isEqualTo(Stage.OVER);
        pass(Duration.ofMinutes(58));
        assertThat(inventory.asked).isEmpty();

        setClock(DAY.negated());
        pass(Duration.ofHours(2));
        assertThat(stage()).isEqualTo(Stage.WITHIN_A_DAY);
        assertThat(inventory.asked).isEmpty();

        // The hour is counted anew each time.
        setClock(DAY);
        pass(Duration.ofMinutes(59));
        assertThat(inventory.asked).isEmpty();
        pass(Duration.ofMinutes(2));
        assertThat(inventory.asked).containsExactly(Action.SHUTDOWN);
    }

    @Test
    void aClockSetBackMakesItLater() {
        terms(stopAfter(Duration.ofHours(20)));
        keeper.look();
        setClock(DAY.negated());
        pass(Duration.ofHours(21));
        assertThat(inventory.asked).isEmpty();
        pass(Duration.ofMinutes(23 * 60 + 4));
        assertThat(inventory.asked).containsExactly(Action.SHUTDOWN);
    }

    @Test
    void timeThatBulkheadDidNotRunOrStoodStillAnnouncesNothing() {
        terms(stopAfter(Duration.ofHours(2)));
        keeper.look();
        wall = wall.plus(DAY);
        nanos += DAY.toNanos();
        keeper.look();
        keeper.look();
        assertThat(stage()).isEqualTo(Stage.OVER);
        restart();
        wall = wall.plus(DAY);
        keeper.look();
        pass(Duration.ofMinutes(57));
        assertThat(inventory.asked).isEmpty();
        pass(Duration.ofMinutes(4));
        assertThat(inventory.asked).containsExactly(Action.SHUTDOWN);
    }

    @Test
    void anAnnouncementOutlivesARestart() {
        terms(stopAfter(Duration.ofHours(2)));
        keeper.look();
        pass(Duration.ofMinutes(90));
        restart();
        pass(Duration.ofMinutes(31));
        assertThat(inventory.asked).containsExactly(Action.SHUTDOWN);
    }

    @Test
    void aGuestThatDoesNotListenIsPoweredOffAndOneThatIsStartedAgainStopped() {
        terms(stopAfter(Duration.ofHours(1)));
        keeper.look();
        pass(Duration.ofMinutes(61));
        assertThat(inventory.asked).containsExactly(Action.SHUTDOWN);
        pass(Duration.ofMinutes(6));
        assertThat(inventory.asked).containsExactly(Action.SHUTDOWN, Action.POWER_OFF);

        inventory.state(InstanceState.STOPPED);
        pass(DAY);
        assertThat(inventory.asked).hasSize(2);

        inventory.state(InstanceState.RUNNING);
        pass(LOOK);
        assertThat(inventory.asked).endsWith(Action.SHUTDOWN).hasSize(3);
    }

    @Test
    void anEngineThatIsAwayIsAskedWhenItIsBackAndOneThatFailsLessAndLessOften() {
        terms(stopAfter(Duration.ofHours(1)));
        keeper.look();
        inventory.away = true;
        pass(Duration.ofHours(3));
        assertThat(inventory.asked).isEmpty();
        inventory.away = false;
        pass(LOOK);
        assertThat(inventory.asked).hasSize(1);
        pass(DAY);
        assertThat(inventory.asked).hasSizeBetween(20, 30);
    }

    @Test
    void deletingWaitsForTheWholeGraceByTheClockThatNobodySets() {
        terms(new LeaseTerms(Duration.ofHours(1), End.DELETE, Duration.ofDays(2)));
        keeper.look();
        inventory.state(InstanceState.STOPPED);
        pass(Duration.ofMinutes(62));
        pass(DAY);
        setClock(DAY);
        restart();
        setClock(Duration.ofDays(30));
        pass(Duration.ofHours(23));
        assertThat(inventory.asked).isEmpty();
        pass(Duration.ofMinutes(62));
        assertThat(inventory.asked).containsExactly(Action.DELETE_WITH_DISKS);
    }

    @Test
    void nothingIsDeletedThatRanInBetweenNorWhereThatWasNotChosen() {
        terms(new LeaseTerms(Duration.ofHours(1), End.DELETE, Duration.ofHours(3)));
        keeper.look();
        inventory.state(InstanceState.STOPPED);
        pass(Duration.ofMinutes(62 + 150));
        inventory.state(InstanceState.RUNNING);
        pass(LOOK);
        inventory.state(InstanceState.STOPPED);
        pass(Duration.ofMinutes(150));
        terms(stopAfter(Duration.ofHours(1)));
        pass(DAY);
        assertThat(inventory.asked).containsExactly(Action.SHUTDOWN);
    }

    @Test
    void anotherProjectIsAnotherLeaseAndNoneIsNone() {
        terms(stopAfter(Duration.ofHours(50)));
        keeper.look();
        Instant first = book.find(BOX).orElseThrow().endsAt();
        pass(Duration.ofHours(1));
        placement.put(new Project(UUID.randomUUID(), "other", Quota.NONE, stopAfter(Duration.ofHours(50))));
        keeper.look();
        assertThat(book.find(BOX).orElseThrow().endsAt()).isEqualTo(first.plus(Duration.ofHours(1)));
        terms(null);
        keeper.look();
        assertThat(book.find(BOX)).isEmpty();
        restart();
        assertThat(book.all()).isEmpty();
    }

    @Test
    void aRenewalBetweenTwoLooksIsNotLost() {
        terms(stopAfter(Duration.ofHours(2)));
        keeper.look();
        pass(Duration.ofMinutes(119));
        Instant later = wall.plus(Duration.ofHours(2));
        book.put(Lease.of(BOX, LAB, later));
        pass(Duration.ofMinutes(60));
        assertThat(inventory.asked).isEmpty();
        assertThat(book.find(BOX).orElseThrow().endsAt()).isEqualTo(later);
    }

    private static final class Inventory implements LeasedInstances {

        private final List<Action> asked = new ArrayList<>();
        private final List<String> by = new ArrayList<>();
        private Instance box = guest(InstanceState.RUNNING);
        private boolean away;

        private static Instance guest(InstanceState state) {
            return FakeGuests.guest(BOX.engine(), BOX.local(), "box", InstanceKind.SYSTEM_CONTAINER, state);
        }

        void state(InstanceState state) {
            box = guest(state);
        }

        @Override
        public Collection<Instance> all() {
            return List.of(box);
        }

        @Override
        public Optional<Instance> find(InstanceId id) {
            return Optional.of(box).filter(known -> known.id().equals(id));
        }

        @Override
        public void perform(InstanceId id, Action action, Origin origin) {
            if (away) {
                throw new EngineException(ErrorKind.UNREACHABLE, id.engine(), "away");
            }
            asked.add(action);
            by.add(origin.actor());
        }
    }

    private static final class Placement implements ProjectDirectory {

        private Projects projects = Projects.NONE;

        void put(Project project) {
            projects = new Projects(Map.of(project.id(), project), Map.of(BOX, project.id()));
        }

        @Override
        public Projects projects() {
            return projects;
        }

        @Override
        public Registration onChange(Runnable listener) {
            return () -> {};
        }
    }
}
