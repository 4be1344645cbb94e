package dev.bulkhead.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.HostFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CapacityCalculatorTest {

    private static final Promises.Promised PROMISED = new Promises.Promised(12, 1024, 0, 0);

    @Test
    void cpuUseIsTheShareOfTwoReadings() {
        HostCapacity capacity = CapacityCalculator.calculate(at(100, 1000), at(130, 1100), PROMISED);

        assertThat(capacity.cpu().used()).isEqualTo(0.3 * 8);
        assertThat(capacity.cpu().promised()).isEqualTo(12);
        assertThat(capacity.cpu().total()).isEqualTo(8);
    }

    @Test
    void countersThatWentBackAreAGapAndNoSpike() {
        assertThat(CapacityCalculator.calculate(at(500, 1000), at(10, 20), PROMISED)
                        .cpu()
                        .used())
                .isNull();
        assertThat(CapacityCalculator.calculate(null, at(10, 20), PROMISED)
                        .cpu()
                        .used())
                .isNull();
    }

    @Test
    void poolsOnOneFileSystemAreCountedOnceAndTheirPromisesAdded() {
        HostFacts facts = facts(
                null,
                pool("default", "dir", "/var/lib/libvirt/images", 100, 40, 30L),
                pool("iso", "dir", "/srv/iso", 100, 40, 5L),
                pool("docker", "overlay2", "/var/lib/docker", 100, 40, null),
                pool("tank", "zfs", "tank", 100, 10, 20L));

        HostCapacity.Resource storage =
                CapacityCalculator.calculate(null, facts, PROMISED).storage();

        assertThat(CapacityCalculator.places(facts.pools()))
                .extracting(StoragePlace::pools)
                .containsExactly(List.of("default", "iso", "docker"), List.of("tank"));
        assertThat(CapacityCalculator.places(facts.pools()))
                .extracting(StoragePlace::locations)
                .containsExactly(List.of("/var/lib/libvirt/images", "/srv/iso", "/var/lib/docker"), List.of("tank"));
        assertThat(storage.total()).isEqualTo(200);
        assertThat(storage.used()).isEqualTo(50);
        assertThat(storage.promised()).isEqualTo(55);
    }

    @Test
    void withoutPoolsStorageIsUnknownRatherThanNothing() {
        assertThat(CapacityCalculator.calculate(null, facts(null), PROMISED).storage())
                .isEqualTo(HostCapacity.Resource.UNKNOWN);
    }

    private static HostFacts at(long busySeconds, long totalSeconds) {
        return facts(new HostFacts.CpuTimes(
                Duration.ofSeconds(busySeconds), Duration.ofSeconds(totalSeconds), Instant.EPOCH));
    }

    private static HostFacts facts(HostFacts.@Nullable CpuTimes times, HostFacts.Pool... pools) {
        return new HostFacts("h", "", "", "", 8, times, null, null, null, null, List.of(pools));
    }

    private static HostFacts.Pool pool(
            String name, String driver, String location, long total, long used, @Nullable Long promised) {
        return new HostFacts.Pool(
                name,
                driver,
                location,
                new ByteSize(total),
                new ByteSize(used),
                promised == null ? null : new ByteSize(promised),
                true);
    }
}
