package dev.bulkhead.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.HostId;
import dev.bulkhead.engine.Change;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.fake.FakeBackend;
import dev.bulkhead.engine.fake.FakeEngine;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EngineSupervisorTest {

    private final EngineId id = new EngineId("local-docker");
    private final FakeBackend backend = new FakeBackend(id, InstanceKind.APPLICATION_CONTAINER);
    private final Recorder heard = new Recorder();
    private final EngineSupervisor supervisor = new EngineSupervisor(
            new EngineHandle(new HostId("local"), new FakeEngine(id, backend)),
            new EngineSettings(EngineKind.DOCKER, URI.create("fake:x")),
            List.of(heard),
            () -> {});

    @BeforeEach
    void start() {
        assertThat(supervisor.status().health()).isEqualTo(EngineHealth.CONNECTING);
        supervisor.start();
        awaitHealth(EngineHealth.UP);
    }

    @AfterEach
    void close() {
        supervisor.close();
    }

    @Test
    void anEngineThatDiesIsDownAndComesBackByItself() {
        backend.die();
        awaitHealth(EngineHealth.DOWN);
        assertThat(supervisor.status().faultKind()).isEqualTo(ErrorKind.UNREACHABLE);
        Instant since = supervisor.status().since();

        backend.revive();
        awaitHealth(EngineHealth.UP);

        assertThat(supervisor.status().since()).isAfter(since);
        assertThat(supervisor.status().fault()).isNull();
        assertThat(heard.events).startsWith("up", "lost", "up");
        assertEventsArriveOnce();
    }

    @Test
    void anEngineThatHangsIsNoticedWithinTenSecondsAndRecovers() {
        backend.freeze();

        await().atMost(Duration.ofSeconds(10)).until(() -> supervisor.status().health() == EngineHealth.NOT_RESPONDING);
        backend.thaw();
        awaitHealth(EngineHealth.UP);

        assertEventsArriveOnce();
    }

    @Test
    void aBrokenStreamOfEventsIsALossAndIsRepaired() {
        backend.loseSubscriptions("broken");

        await().until(() -> heard.events.equals(List.of("up", "lost", "up")));
        awaitHealth(EngineHealth.UP);
        assertEventsArriveOnce();
    }

    @Test
    void manyLossesLeaveOneSubscription() {
        for (int loss = 1; loss <= 5; loss++) {
            int ups = loss;
            backend.die();
            awaitHealth(EngineHealth.DOWN);
            backend.revive();
            supervisor.retryNow();
            await().until(() -> heard.events.stream().filter("up"::equals).count() == ups + 1);
        }

        assertThat(backend.subscriptions()).isEqualTo(1);
    }

    /** The promise after each recovery: what happens elsewhere is heard, and heard once. */
    private void assertEventsArriveOnce() {
        await().until(() -> backend.subscriptions() == 1);
        heard.events.clear();
        String guest = backend.add("web", InstanceState.RUNNING);
        assertThat(heard.events).containsExactly("changed " + guest);
    }

    private void awaitHealth(EngineHealth health) {
        await().atMost(Duration.ofSeconds(20)).until(() -> supervisor.status().health() == health);
    }

    private static final class Recorder implements EngineListener {

        private final List<String> events = new CopyOnWriteArrayList<>();

        @Override
        public void engineUp(EngineHandle engine) {
            events.add("up");
        }

        @Override
        public void engineLost(EngineHandle engine, EngineStatus status) {
            events.add("lost");
        }

        @Override
        public void changed(EngineHandle engine, Change change) {
            events.add(change instanceof Change.InstanceChanged named ? "changed " + named.localId() : "changed");
        }
    }
}
