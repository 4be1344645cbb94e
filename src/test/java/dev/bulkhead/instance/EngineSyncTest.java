package dev.bulkhead.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Change;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.fake.FakeBackend;
import dev.bulkhead.engine.fake.FakeFactory;
import dev.bulkhead.host.TestRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The inventory behind a supervised engine: what the engine says is what it holds, and nothing else ever changes it. */
class EngineSyncTest {

    private static final EngineId ENGINE = new EngineId("local-docker");

    private final FakeFactory factory = new FakeFactory(EngineKind.DOCKER);
    private final FakeBackend backend = factory.backend(ENGINE);
    private final InstanceInventory inventory = new InstanceInventory();
    private final InstanceEvents events = new InstanceEvents();
    private final InventoryFeed feed = new InventoryFeed(inventory, events);
    private TestRegistry registry;

    @BeforeEach
    void start() {
        factory.discovering(URI.create("fake:x"));
        backend.add("web", InstanceState.RUNNING);
        backend.add("db", InstanceState.STOPPED);
        registry = TestRegistry.start(List.of(factory), List.of(feed));
        await().until(() -> names().equals(Set.of("web", "db")));
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void whatHappensElsewhereShows() {
        String cache = backend.add("cache", InstanceState.RUNNING);
        await().until(() -> names().contains("cache"));

        backend.enter(cache, InstanceState.PAUSED);
        await().until(() -> state(cache) == InstanceState.PAUSED);

        backend.rename(cache, "cache-2");
        await().until(() -> names().contains("cache-2"));

        backend.remove(cache);
        await().until(() -> names().equals(Set.of("web", "db")));
        assertThat(events.of(id(cache))).isEmpty();
    }

    @Test
    void eventsAreKeptNewestFirst() {
        String cache = backend.add("cache", InstanceState.STOPPED);
        backend.enter(cache, InstanceState.RUNNING);
        await().until(() -> state(cache) == InstanceState.RUNNING);

        assertThat(events.of(id(cache))).extracting(InstanceEvent::what).startsWith("RUNNING", "defined");
    }

    @Test
    void aLostEngineLeavesItsInstancesMarkedAndTheTruthReturnsWithoutGhosts() {
        String gone = backend.add("gone", InstanceState.RUNNING);
        await().until(() -> names().contains("gone"));
        Instant before = Instant.now();

        backend.die();
        await().until(() -> inventory.all().stream().allMatch(item -> item.stale() != null));
        assertThat(names()).containsExactlyInAnyOrder("web", "db", "gone");
        assertThat(inventory.find(id(gone)).orElseThrow().stale().since()).isAfterOrEqualTo(before);

        backend.remove(gone);
        backend.add("new", InstanceState.RUNNING);
        backend.revive();
        await().atMost(Duration.ofSeconds(20)).until(() -> names().equals(Set.of("web", "db", "new")));
        assertThat(inventory.all()).allMatch(item -> item.stale() == null);
    }

    @Test
    void aHungEngineIsMarkedWithinTenSecondsAndRecovers() {
        backend.freeze();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> inventory.all().stream().allMatch(item -> item.stale() != null));

        backend.thaw();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> inventory.all().stream().allMatch(item -> item.stale() == null));
        backend.add("after", InstanceState.RUNNING);
        await().until(() -> names().contains("after"));
    }

    @Test
    void aBugOfOneWhoListensDoesNotEndTheReading() {
        AtomicBoolean buggy = new AtomicBoolean(true);
        inventory.changes().onAppend(() -> {
            if (buggy.getAndSet(false)) {
                throw new IllegalStateException("a bug");
            }
        });
        backend.add("cache", InstanceState.RUNNING);
        await().untilFalse(buggy);

        backend.add("after", InstanceState.RUNNING);
        await().until(() -> names().contains("after"));
    }

    @Test
    void anErrorThatIsNotNotFoundNeverRemoves() {
        String web = localId("web");
        backend.failWith(ErrorKind.DENIED);
        backend.tell(new Change.InstanceChanged(web, Instant.now(), "changed"));

        await().until(() -> inventory.find(id(web)).orElseThrow().stale() != null);
        backend.failWith(null);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> inventory.find(id(web)).orElseThrow().stale() == null);
    }

    /** CASES D9. */
    @Test
    void aFlappingGuestIsCoalescedAndItsFinalStateIsRight() {
        String web = localId("web");
        int before = backend.calls();
        long headBefore = inventory.changes().head();

        for (int flap = 0; flap < 10_000; flap++) {
            backend.enter(web, flap % 2 == 0 ? InstanceState.PAUSED : InstanceState.RUNNING);
        }
        backend.enter(web, InstanceState.STOPPED);

        await().until(() -> state(web) == InstanceState.STOPPED);
        assertThat(backend.calls() - before).isLessThan(500);
        assertThat(inventory.changes().head() - headBefore).isLessThan(500);
        assertThat(events.of(id(web))).hasSize(30);
    }

    @Test
    void manyChangedAtOnceAreListedRatherThanAskedForOneByOne() {
        List<String> many = java.util.stream.IntStream.range(0, 500)
                .mapToObj(i -> backend.add("g" + i, InstanceState.STOPPED))
                .toList();

        await().until(() -> names().size() == 502);
        many.forEach(backend::remove);
        await().until(() -> names().equals(Set.of("web", "db")));
    }

    private Set<String> names() {
        return inventory.all().stream().map(item -> item.instance().name()).collect(Collectors.toSet());
    }

    private String localId(String name) {
        return inventory.all().stream()
                .filter(item -> item.instance().name().equals(name))
                .findFirst()
                .orElseThrow()
                .id()
                .local();
    }

    private InstanceState state(String localId) {
        return inventory.find(id(localId)).map(item -> item.instance().state()).orElse(InstanceState.UNKNOWN);
    }

    private static InstanceId id(String localId) {
        return new InstanceId(ENGINE, localId);
    }
}
