package dev.bulkhead.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.engine.Change;
import dev.bulkhead.engine.Change.InstanceChanged;
import dev.bulkhead.engine.Change.Lost;
import dev.bulkhead.engine.Changes;
import dev.bulkhead.engine.ErrorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Being told of changes that somebody else made. */
public abstract class ChangesContract extends Contract {

    private final List<Change> told = new CopyOnWriteArrayList<>();

    @Test
    void whatHappensToAGuestElsewhereIsTold() {
        String id = makeGuest();
        try (var subscription = changes().subscribe(told::add)) {
            backstage.stop(id);
            awaitMoreThan(0, id);

            int beforeStart = countOf(id);
            backstage.start(id);
            awaitMoreThan(beforeStart, id);

            int beforeRemove = countOf(id);
            backstage.remove(id);
            awaitMoreThan(beforeRemove, id);
        }
    }

    @Test
    void aGuestMadeElsewhereIsTold() {
        try (var subscription = changes().subscribe(told::add)) {
            String id = makeGuest();
            awaitMoreThan(0, id);
        }
    }

    @Test
    void changesAreToldInTheEnginesOrderAndWithAPlausibleTime() {
        String first = makeGuest();
        String second = makeGuest();
        Instant before = Instant.now().minusSeconds(2);
        try (var subscription = changes().subscribe(told::add)) {
            backstage.stop(first);
            backstage.stop(second);
            awaitMoreThan(0, second);
        }

        assertThat(told).filteredOn(change -> concerns(change, first)).isNotEmpty();
        assertThat(positionOf(first)).isLessThan(positionOf(second));
        assertThat(told).allSatisfy(change -> {
            if (change instanceof InstanceChanged changed) {
                assertThat(changed.at()).isBetween(before, Instant.now().plusSeconds(2));
            }
        });
    }

    @Test
    void twoSubscriptionsAreBothTold() {
        String id = makeGuest();
        List<Change> toldToOther = new CopyOnWriteArrayList<>();
        try (var one = changes().subscribe(told::add);
                var other = changes().subscribe(toldToOther::add)) {
            backstage.stop(id);
            awaitMoreThan(0, id);
            await().atMost(PATIENCE).until(() -> toldToOther.stream().anyMatch(change -> concerns(change, id)));
        }
    }

    @Test
    void nothingIsToldAfterClose() {
        String id = makeGuest();
        List<Change> witness = new CopyOnWriteArrayList<>();
        try (var open = changes().subscribe(witness::add)) {
            var closed = changes().subscribe(told::add);
            closed.close();
            closed.close();
            int soFar = told.size();

            backstage.stop(id);

            await().atMost(PATIENCE).until(() -> witness.stream().anyMatch(change -> concerns(change, id)));
            assertThat(told).hasSize(soFar).noneMatch(change -> change instanceof Lost);
        }
    }

    @Test
    void theDeathOfTheEngineIsToldOnceAndLast() {
        try (var subscription = changes().subscribe(told::add)) {
            backstage.kill();
            try {
                await().atMost(PATIENCE).until(() -> told.stream().anyMatch(change -> change instanceof Lost));
                assertFails(() -> changes().subscribe(change -> {}), ErrorKind.UNREACHABLE);
            } finally {
                backstage.revive();
            }
            awaitAnswer();
            backstage.remove(makeGuest());

            assertThat(told.getLast()).isInstanceOf(Lost.class);
            assertThat(told).filteredOn(change -> change instanceof Lost).hasSize(1);
        }
    }

    @Test
    void aNewSubscriptionAfterTheEngineCameBackIsTold() {
        changes().subscribe(change -> {});
        backstage.kill();
        backstage.revive();
        awaitAnswer();

        try (var subscription = changes().subscribe(told::add)) {
            String id = makeGuest();
            awaitMoreThan(0, id);
        }
    }

    private Changes changes() {
        return engine.changes().orElseThrow(() -> new AssertionError("The engine offers no changes"));
    }

    private void awaitMoreThan(int count, String id) {
        await("more than " + count + " changes of " + id)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> countOf(id) > count);
    }

    private int countOf(String id) {
        return (int) told.stream().filter(change -> concerns(change, id)).count();
    }

    private int positionOf(String id) {
        return told.stream().map(change -> concerns(change, id)).toList().indexOf(true);
    }

    private static boolean concerns(Change change, String id) {
        return change instanceof InstanceChanged changed && changed.localId().equals(id);
    }
}
