package dev.bulkhead.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneTest {

    private static final Duration SHORT = Duration.ofMillis(50);

    private final Lane lane = new Lane(new EngineId("e"), "test", 1, 1);
    private final CountDownLatch hang = new CountDownLatch(1);

    @AfterEach
    void close() {
        hang.countDown();
        lane.close();
    }

    @Test
    void aCallThatHangsIsGivenUpAndTheQueueBehindItIsBounded() {
        assertThat(failure(SHORT).kind()).isEqualTo(ErrorKind.TIMEOUT);
        // The one thread still hangs, since it ignores interrupts as native code does; one more may wait.
        assertThat(failure(SHORT).kind()).isEqualTo(ErrorKind.TIMEOUT);
        assertThat(failure(SHORT).kind()).isEqualTo(ErrorKind.LIMIT);
    }

    @Test
    void itServesAgainOnceTheHungCallCameBack() {
        assertThat(failure(SHORT).kind()).isEqualTo(ErrorKind.TIMEOUT);
        hang.countDown();

        assertThat(lane.call(Duration.ofSeconds(5), () -> "answer")).isEqualTo("answer");
    }

    @Test
    void whatAnAdapterDidNotTranslateIsInternal() {
        EngineException failure = catchThrowableOfType(
                EngineException.class,
                () -> lane.call(Duration.ofSeconds(5), () -> {
                    throw new IllegalStateException("bug");
                }));

        assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL);
    }

    private EngineException failure(Duration deadline) {
        return catchThrowableOfType(EngineException.class, () -> lane.call(deadline, this::ignoreInterrupts));
    }

    private String ignoreInterrupts() {
        while (true) {
            try {
                hang.await();
                return "late";
            } catch (InterruptedException ignored) {
                // As a native call would.
            }
        }
    }
}
