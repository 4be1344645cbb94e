package dev.bulkhead.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChangeLogTest {

    private final ChangeLog<String> log = new ChangeLog<>(4);

    @Test
    void aReaderGetsWhatCameAfterItsPositionEachKeyOnce() {
        log.append(List.of("a"));
        long position = log.head();
        log.append(List.of("b", "c"));
        log.append(List.of("b"));

        ChangeLog.Delta<String> delta = log.since(position);

        assertThat(delta.complete()).isTrue();
        assertThat(delta.keys()).containsExactly("c", "b");
        assertThat(log.since(delta.position()).isEmpty()).isTrue();
    }

    @Test
    void aReaderThatLaggedTooFarIsTold() {
        long position = log.head();
        log.append(List.of("a", "b", "c", "d", "e"));

        ChangeLog.Delta<String> delta = log.since(position);

        assertThat(delta.complete()).isFalse();
        assertThat(delta.isEmpty()).isFalse();
        assertThat(log.since(delta.position()).isEmpty()).isTrue();
    }

    @Test
    void aPositionOfAnotherRunIsTold() {
        assertThat(log.since(999).complete()).isFalse();
        assertThat(log.since(-1).complete()).isFalse();
    }

    @Test
    void listenersAreWokenAfterEachAppendUntilTheyEnd() {
        AtomicInteger wakes = new AtomicInteger();
        Registration registration = log.onAppend(wakes::incrementAndGet);

        log.append(List.of("a"));
        log.append(List.of());
        log.append(List.of("b"));
        registration.close();
        registration.close();
        log.append(List.of("c"));

        assertThat(wakes).hasValue(2);
    }
}
