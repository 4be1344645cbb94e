package dev.bulkhead.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.Change;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A driver that runs in this process, without any daemon: it has no peer, no keepalive and no close callback. */
class DirectTestDriverTest {

    private final Engine engine = QemuBackstage.engine("test:///default");

    @AfterEach
    void end() {
        engine.close();
    }

    @Test
    void itsDomainIsListedFoundAndDriven() {
        List<Change> told = new CopyOnWriteArrayList<>();
        Instance listed = engine.instances().list().getFirst();
        assertThat(listed.name()).isEqualTo("test");
        assertThat(listed.state()).isEqualTo(InstanceState.RUNNING);

        String id = listed.id().local();
        try (var subscription = engine.changes().orElseThrow().subscribe(told::add)) {
            engine.instances().perform(id, Action.PAUSE);
            assertThat(engine.instances().find(id)).hasValueSatisfying(found -> {
                assertThat(found.state()).isEqualTo(InstanceState.PAUSED);
                assertThat(found.cpus()).isEqualTo(2);
                assertThat(found.disks()).extracting("source").containsExactly("/guest/diskimage1");
            });
            await().untilAsserted(() -> assertThat(told)
                    .anySatisfy(change -> assertThat(change)
                            .isInstanceOfSatisfying(
                                    Change.InstanceChanged.class,
                                    changed -> assertThat(changed.what()).isEqualTo("suspended"))));
        }
        engine.instances().perform(id, Action.RESUME);
        assertThat(engine.check().product()).isEqualTo("libvirt test driver");
        assertThat(engine.capacity().orElseThrow().read().pools())
                .extracting("name")
                .containsExactly("default-pool");
    }

    @Test
    void itHasNoConsolesButAPicture() {
        String id = engine.instances().list().getFirst().id().local();

        assertThat(engine.consoles().orElseThrow().offers(id)).isEmpty();
        assertThat(engine.screens().orElseThrow().screenshot(id)).hasValueSatisfying(picture -> {
            assertThat(picture.type()).isEqualTo("image/png");
            assertThat(picture.bytes()).startsWith(0x89, 'P', 'N', 'G');
        });
    }
}
