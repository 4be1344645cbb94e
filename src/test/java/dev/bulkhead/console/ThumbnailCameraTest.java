package dev.bulkhead.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.Registration;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.Screens.Screenshot;
import dev.bulkhead.engine.fake.FakeBackend;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures are taken of what is seen and runs, and nobody hears of one that is as it was. */
class ThumbnailCameraTest {

    private static final EngineId ENGINE = new EngineId("first");
    private static final EngineId OTHER = new EngineId("second");
    private static final Duration MANY = Duration.ofMillis(100);
    private static final Duration STILL = Duration.ofMillis(150);
    private static final Duration ONE = Duration.ofMillis(50);
    /** So long that what rests is not asked again in a test. */
    private static final Duration REST = Duration.ofHours(1);

    private final Map<EngineId, FakeBackend> backends = Map.of(
            ENGINE, new FakeBackend(ENGINE, InstanceKind.VIRTUAL_MACHINE),
            OTHER, new FakeBackend(OTHER, InstanceKind.VIRTUAL_MACHINE));
    private final FakeBackend backend = backends.get(ENGINE);
    private final ThumbnailCamera camera = camera(STILL, this::screenshot);
    private final AtomicInteger told = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    private final class Backends implements InstanceDirectory {

        @Override
        public Optional<Instance> find(InstanceId id) {
            return backends.get(id.engine()).guest(id.local());
        }

        @Override
        public Registration onChange(InstanceId id, Runnable listener) {
            throw new AssertionError("A camera looks by itself");
        }
    }

    @BeforeEach
    void run() {
        clock.scheduleWithFixedDelay(camera::round, 0, 10, TimeUnit.MILLISECONDS);
    }

    @AfterEach
    void end() {
        clock.shutdownNow();
        backends.values().forEach(FakeBackend::thaw);
    }

    @Test
    void nothingIsTakenUntilSomebodySeesIt() {
        InstanceId seen = guest(backend, "seen");
        InstanceId unseen = guest(backend, "unseen");

        try (ThumbnailWatch watch = camera.watch(told::incrementAndGet)) {
            watch.see(Set.of(seen));
            await().until(() -> looks(seen) > 3);
        }

        assertThat(looks(unseen)).isZero();
        assertThat(camera.find(unseen)).isEmpty();
    }

    @Test
    void onlyAChangeIsTold() {
        InstanceId id = guest(backend, "guest");
        try (ThumbnailWatch watch = camera.watch(told::incrementAndGet)) {
            watch.see(Set.of(id));
            await().until(() -> looks(id) > 5);
            assertThat(told).hasValue(1);
            String version = camera.find(id).orElseThrow().version();

            show(id, "another");

            await().until(() -> told.get() == 2);
            Thumbnail picture = camera.find(id).orElseThrow();
            assertThat(picture.png()).isEqualTo(bytes("another"));
            assertThat(picture.version()).isNotEqualTo(version);
        }
    }

    @Test
    void whatNobodySeesAnyMoreIsForgottenAndNotAskedFor() {
        InstanceId id = guest(backend, "guest");
        InstanceId next = guest(backend, "next");
        ThumbnailWatch first = camera.watch(() -> {});
        ThumbnailWatch second = camera.watch(() -> {});
        first.see(Set.of(id));
        second.see(Set.of(id));
        await().until(() -> camera.find(id).isPresent());

        first.close();
        assertThat(camera.find(id)).as("seen by the other").isPresent();
        second.see(Set.of(next));

        assertThat(camera.find(id)).isEmpty();
        // One may have been under way.
        int looks = looks(id);
        int since = looks(next);
        await().until(() -> looks(next) > since + 5);
        assertThat(looks(id)).isLessThanOrEqualTo(looks + 1);
        second.close();
        second.see(Set.of(id));
        assertThat(camera.find(id)).as("seen by one that has left").isEmpty();
    }

    @Test
    void aStoppedMachineKeepsNoPictureAndIsNotAskedFor() {
        InstanceId id = guest(backend, "guest");
        try (ThumbnailWatch watch = camera.watch(told::incrementAndGet)) {
            watch.see(Set.of(id));
            await().until(() -> told.get() == 1);

            backend.enter(id.local(), InstanceState.STOPPED);

            await().until(() -> told.get() == 2);
            assertThat(camera.find(id)).isEmpty();
            int looks = looks(id);
            backend.enter(id.local(), InstanceState.RUNNING);
            await().until(() -> told.get() == 3);
            assertThat(looks(id)).isGreaterThan(looks);
            assertThat(camera.find(id)).isPresent();
        }
    }

    @Test
    void anEngineThatHangsHoldsUpNoOtherAndIsNotAskedMoreThanTwiceAtOnce() {
        Set<InstanceId> all = new HashSet<>();
        for (int number = 0; number < 20; number++) {
            all.add(guest(backend, "hung-" + number));
        }
        InstanceId other = guest(backends.get(OTHER), "other");
        all.add(other);
        backend.freeze();
        int before = backend.calls();

        try (ThumbnailWatch watch = camera.watch(told::incrementAndGet)) {
            watch.see(all);
            await().until(() -> looks(other) > 5);
            assertThat(backend.calls() - before).isEqualTo(2);

            backend.thaw();
            await().until(() -> all.stream().allMatch(id -> camera.find(id).isPresent()));
        }
    }

    @Test
    void anEngineThatFailsIsLeftAloneForAWhileAndTheLastPictureStays() {
        InstanceId id = guest(backend, "guest");
        InstanceId beside = guest(backend, "beside");
        InstanceId other = guest(backends.get(OTHER), "other");
        try (ThumbnailWatch watch = camera.watch(told::incrementAndGet)) {
            watch.see(Set.of(id, beside, other));
            await().until(() -> Set.of(id, beside, other).stream()
                    .allMatch(each -> camera.find(each).isPresent()));

            backend.failWith(ErrorKind.UNREACHABLE);
            int failed = looks(id) + looks(beside);
            await().until(() -> looks(id) + looks(beside) > failed);
            int since = looks(other);
            await().until(() -> looks(other) > since + 5);

            assertThat(looks(id) + looks(beside)).isLessThanOrEqualTo(failed + 2);
            assertThat(camera.find(id)).isPresent();
        }
    }

    @Test
    void whatIsNoPngIsNotShown() {
        InstanceId id = guest(backend, "guest");
        backend.screens().show(id.local(), "text/html", bytes("<script>"));
        try (ThumbnailWatch watch = camera.watch(told::incrementAndGet)) {
            watch.see(Set.of(id));
            await().until(() -> looks(id) > 2);
            assertThat(camera.find(id)).isEmpty();
            assertThat(told).hasValue(0);
        }
    }

    @Test
    void whatStandsStillIsLookedAtLessOftenUntilItIsSeenAnew() {
        InstanceId still = guest(backend, "still");
        InstanceId moving = guest(backend, "moving");
        ThumbnailCamera patient = camera(REST, id -> {
            show(moving, "picture " + looks(moving));
            return screenshot(id);
        });
        clock.scheduleWithFixedDelay(patient::round, 0, 10, TimeUnit.MILLISECONDS);
        try (ThumbnailWatch first = patient.watch(() -> {});
                ThumbnailWatch second = patient.watch(() -> {})) {
            first.see(Set.of(still, moving));
            await().until(() -> looks(moving) > 6);
            assertThat(looks(still)).isEqualTo(2);

            second.see(Set.of(still, moving));
            await().until(() -> looks(still) == 3);
        }
    }

    private ThumbnailCamera camera(Duration still, Function<InstanceId, Optional<Screenshot>> screen) {
        return new ThumbnailCamera(new Backends(), screen, new ThumbnailPace(MANY, still, ONE, REST));
    }

    private Optional<Screenshot> screenshot(InstanceId id) {
        return backends.get(id.engine()).screens().screenshot(id.local());
    }

    private InstanceId guest(FakeBackend where, String name) {
        InstanceId id = where.guest(where.add(name, InstanceState.RUNNING))
                .orElseThrow()
                .id();
        show(id, name);
        return id;
    }

    private void show(InstanceId id, String picture) {
        backends.get(id.engine()).screens().show(id.local(), "image/png", bytes(picture));
    }

    private int looks(InstanceId id) {
        return backends.get(id.engine()).screens().looks(id.local());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
