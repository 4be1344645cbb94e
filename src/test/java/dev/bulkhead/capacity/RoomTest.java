package dev.bulkhead.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.common.ConfigurationFault;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.host.HostCapacity.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What fits, by numbers that can be checked by hand. */
class RoomTest {

    /** 8 CPUs may be promised 16 times; of 100 bytes of memory 90 may be promised; of each pool 5 % stay free. */
    private static final FitRules RULES = new FitRules(2, 0.1, 0.05);

    @Test
    void whatIsLeftIsTheLimitWithoutWhatWasPromisedAndWhatComes() {
        Fit fit = room("a", 10, 50).fit(new Size(2, 15, 100), RULES);

        assertThat(fit.fits()).isTrue();
        assertThat(fit.checks())
                .containsExactly(
                        new Check(Rule.CPU, "", 2, 10.0, 16.0),
                        new Check(Rule.MEMORY, "", 15, 50.0, 90.0),
                        new Check(Rule.STORAGE, "large", 100, 300.0, 950.0));
        assertThat(fit.checks()).extracting(Check::left).containsExactly(4.0, 25.0, 550.0);
        assertThat(fit.times()).as("3 by CPU, 2 by memory, 6 by storage").isEqualTo(2);
    }

    @Test
    void exactlyAllOfItFitsAndNoByteMore() {
        assertThat(room("a", 0, 50).fit(new Size(0, 40, 0), RULES).fits()).isTrue();

        Fit over = room("a", 0, 50).fit(new Size(0, 41, 0), RULES);
        assertThat(over.fits()).isFalse();
        assertThat(over.broken()).containsExactly(Rule.MEMORY);
        assertThat(over.times()).isZero();
        assertThat(over.checks().get(1).left()).isEqualTo(-1);
    }

    @Test
    void whatAsksForNothingFitsWhereThereIsTooMuchAlready() {
        Fit fit = room("a", 99, 999).fit(Size.NOTHING, RULES);

        assertThat(fit.fits()).isTrue();
        assertThat(fit.checks().get(0).left()).isEqualTo(16.0 - 99);
    }

    @Test
    void whatIsNotKnownIsNotTakenForEnough() {
        Room blank = new Room(new HostId("a"), "a", Set.of(), Resource.UNKNOWN, Resource.UNKNOWN, 0, List.of());

        Fit fit = blank.fit(new Size(1, 1, 1), RULES);

        assertThat(fit.broken()).containsExactlyInAnyOrder(Rule.values());
        assertThat(fit.times()).isZero();
        assertThat(blank.fit(Size.NOTHING, RULES).fits()).isTrue();
    }

    @Test
    void theLargestGoesFirstAndWhatFitsNowhereIsNamed() {
        List<Guest> guests = List.of(
                guest("small", EngineKind.DOCKER, 10),
                guest("huge", EngineKind.DOCKER, 91),
                guest("middle", EngineKind.DOCKER, 30),
                guest("large", EngineKind.DOCKER, 60),
                guest("machine", EngineKind.LIBVIRT, 1));

        Evacuation plan = Evacuation.plan(guests, List.of(room("b", 0, 0), room("c", 0, 50)), RULES);

        assertThat(plan.placements())
                .extracting(placement -> placement.guest().name() + " " + placement.to() + " " + placement.lacking())
                .containsExactly("huge null [MEMORY]", "large b []", "middle b []", "small c []", "machine null []");
        assertThat(plan.after())
                .extracting(fit -> fit.checks().get(1).left())
                .as("90 - 60 - 30, and 90 - 50 - 10")
                .containsExactly(0.0, 30.0);
        assertThat(plan.after())
                .extracting(fit -> fit.checks().get(2).left())
                .as("each has a disk of 100, in the pool with most left")
                .containsExactly(450.0, 550.0);
    }

    @Test
    void whoeverIsPlacedTakesTheRoomOfTheNext() {
        List<Guest> four = List.of(
                guest("1", EngineKind.DOCKER, 45),
                guest("2", EngineKind.DOCKER, 45),
                guest("3", EngineKind.DOCKER, 45),
                guest("4", EngineKind.DOCKER, 45));

        Evacuation plan = Evacuation.plan(four, List.of(room("b", 0, 0), room("c", 0, 40)), RULES);

        assertThat(plan.placements())
                .extracting(placement -> String.valueOf(placement.to()))
                .containsExactly("b", "b", "c", "null");
    }

    @Test
    void guestsOnTheDeadHostAreNoPlaceToGo() {
        HostId outer = new HostId("outer");
        HostId middle = new HostId("middle");
        HostId inner = new HostId("inner");
        Map<HostId, HostId> inside = Map.of(inner, middle, middle, outer, new HostId("other"), new HostId("elsewhere"));

        assertThat(Evacuation.within(outer, inside)).containsExactlyInAnyOrder(outer, middle, inner);
        assertThat(Evacuation.within(inner, inside)).containsExactly(inner);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> new Size(-1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Size(Double.NaN, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FitRules(4, 1.5, 0))
                .isInstanceOf(ConfigurationFault.class)
                .hasMessageContaining("bulkhead.capacity.memory-reserve");
    }

    private static Guest guest(String name, EngineKind kind, double memory) {
        InstanceId id = new InstanceId(new EngineId("a-docker"), name);
        return new Guest(id, name, kind, new Size(1, memory, 100), Set.of());
    }

    /** 8 CPUs, 100 bytes of memory, and two pools of 1000. */
    private static Room room(String host, double cpus, double memory) {
        return new Room(
                new HostId(host),
                host,
                Set.of(EngineKind.DOCKER),
                new Resource(null, cpus, 8.0),
                new Resource(null, memory, 100.0),
                0,
                List.of(new Room.Place("full", 900.0, 1000.0), new Room.Place("large", 300.0, 1000.0)));
    }
}
