package dev.bulkhead.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceState;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** What the parts of the kit share: an open engine, guests that are gone after the test, and waiting for a state. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
public abstract class Contract {

    /** Long enough for an emulated virtual machine to boot. */
    protected static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final AtomicInteger GUESTS = new AtomicInteger();

    private final List<String> made = new ArrayList<>();

    protected Backstage backstage;
    protected Engine engine;

    /** Starts the engine, or finds it started; asked once a test. */
    protected abstract Backstage backstage();

    @BeforeEach
    void openEngine() {
        backstage = backstage();
        engine = backstage.open();
    }

    @AfterEach
    void leaveNothingBehind() {
        if (engine == null) {
            // It could not be opened, and that is what the test is to tell.
            return;
        }
        engine.close();
        made.forEach(backstage::remove);
    }

    /** A running guest with a name of its own. */
    protected final String makeGuest() {
        return makeGuest(uniqueName());
    }

    protected final String makeGuest(String name) {
        return made(backstage.makeGuest(name));
    }

    /** Has a guest that the test itself has made be gone after the test too. */
    protected final String made(String localId) {
        made.add(localId);
        return localId;
    }

    protected static String uniqueName() {
        return "kit-" + ProcessHandle.current().pid() + "-" + GUESTS.incrementAndGet();
    }

    protected final Instance find(String localId) {
        return engine.instances().find(localId).orElseThrow(() -> new AssertionError("The engine lost " + localId));
    }

    protected final void awaitState(String localId, InstanceState state) {
        await("state of " + localId)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(find(localId).state()).isEqualTo(state));
    }

    /** Waits until the engine, dead or frozen before, answers again. */
    protected final void awaitAnswer() {
        await("an answer of the engine")
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(EngineException.class)
                .untilAsserted(() -> assertThat(engine.check().version()).isNotEmpty());
    }

    protected static void assertFails(ThrowingCallable call, ErrorKind... kinds) {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(call)
                .satisfies(failure -> assertThat(failure.kind()).isIn((Object[]) kinds));
    }

    protected static long threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    protected static long descriptors() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
    }
}
