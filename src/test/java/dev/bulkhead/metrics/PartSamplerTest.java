package dev.bulkhead.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.Registration;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.testing.ServerTest;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PartSamplerTest extends ServerTest {

    @Autowired
    private PartSampler parts;

    @AfterEach
    void remove() {
        backend.guests().forEach(guest -> backend.remove(guest.id().local()));
    }

    @Test
    void partsAreReadWhileSomebodyLooks() {
        InstanceId id = new InstanceId(ENGINE, backend.add("looked-at", InstanceState.RUNNING));
        AtomicInteger readings = new AtomicInteger();
        parts.read(ENGINE);
        assertThat(parts.latest(id)).isEmpty();

        Registration first = parts.watch(id, readings::incrementAndGet);
        Registration second = parts.watch(id, readings::incrementAndGet);
        await().untilAsserted(() -> assertThat(parts.latest(id)).isPresent());
        await().untilAsserted(() -> {
            parts.read(ENGINE);
            assertThat(parts.latest(id).orElse(List.of())).singleElement().satisfies(part -> {
                assertThat(part.name()).isEqualTo("0");
                assertThat(part.get(Meter.CPU_TIME)).isNotNull().isCloseTo(0.5e9, within(0.2e9));
            });
        });
        first.close();
        assertThat(parts.latest(id)).isPresent();
        second.close();

        assertThat(readings).hasPositiveValue();
        assertThat(parts.latest(id)).isEmpty();
    }

    @Test
    void anEngineThatDoesNotAnswerTellsNothing() {
        InstanceId id = new InstanceId(ENGINE, backend.add("unreachable", InstanceState.RUNNING));
        AtomicInteger readings = new AtomicInteger();
        try (Registration look = parts.watch(id, readings::incrementAndGet)) {
            await().untilAsserted(() -> assertThat(parts.latest(id)).isPresent());
            backend.failWith(ErrorKind.TIMEOUT);
            await().untilAsserted(() -> {
                parts.read(ENGINE);
                assertThat(parts.latest(id)).isEmpty();
            });
            assertThat(readings).hasPositiveValue();
        } finally {
            backend.failWith(null);
        }
    }
}
