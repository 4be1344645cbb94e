package dev.bulkhead.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.access.quota.Measure;
import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceDetails;
import dev.bulkhead.metrics.UsageLevels.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightSizingTest {

    private static final double MIB = 1L << 20;

    /** Of CPUs, in quarters for containers and whole ones for machines: 1.25 × what was usual, rounded up. */
    @ParameterizedTest
    @CsvSource({
        "4,   0.5,  0.25, 0.75", // 0.625
        "4,   0.4,  0.25, 0.5", // exactly 0.5
        "8,   1.7,  1,    3", // 2.125
        "4,   0,    1,    1",
        "2,   1.9,  1,    3", // 2.375: at its limit
        "1,   0.95, 0.25, 1.25", // 1.1875
        "0.5, 0.5,  0.25, 0.75", // 0.625
        "4,   2,    1,    -1", // half of it is not far below
        "4,   3.6,  1,    -1", // nine tenths are not at the limit
        "2,   0.9,  1,    -1", // 2 is no less
        "1,   0.1,  1,    -1", // a machine has one CPU
    })
    void proposes(double limit, double usual, double step, double proposed) {
        OptionalDouble expected = proposed < 0 ? OptionalDouble.empty() : OptionalDouble.of(proposed);
        assertThat(RightSizing.propose(limit, usual, step)).isEqualTo(expected);
    }

    @Test
    void memoryIsProposedInStepsThatPeopleSet() {
        assertThat(RightSizing.propose(4096 * MIB, 300 * MIB, RightSizing.memoryStep(300 * MIB)))
                .as("375 MiB, in steps of 64")
                .hasValue(384 * MIB);
        assertThat(RightSizing.propose(16384 * MIB, 3000 * MIB, RightSizing.memoryStep(3000 * MIB)))
                .as("3750 MiB, in steps of 256")
                .hasValue(3840 * MIB);
    }

    @Test
    void saysNothingOfLessThanADayAndOfWhatHasNoLimit() {
        Level little = new Level(0.1, 0.2, 100 * MIB, 100 * MIB, Duration.ofHours(23));
        Level enough = new Level(0.1, 0.2, 100 * MIB, 100 * MIB, Duration.ofHours(24));
        Instance fresh = guest("fresh", 4.0, 4096);
        Instance known = guest("known", 4.0, 4096);
        Instance open = guest("open", null, 0);

        RightSizes sizes = RightSizing.of(
                List.of(fresh, known, open), Map.of(fresh.id(), little, known.id(), enough, open.id(), enough));

        assertThat(sizes.measured()).isEqualTo(2);
        assertThat(sizes.longest()).isEqualTo(Duration.ofHours(24));
        assertThat(sizes.proposals())
                .containsExactly(
                        new Proposal(known.id(), "known", Measure.CPUS, 4, 0.1, 0.2, 0.25, enough.covered()),
                        new Proposal(
                                known.id(),
                                "known",
                                Measure.MEMORY,
                                4096 * MIB,
                                100 * MIB,
                                100 * MIB,
                                128 * MIB,
                                enough.covered()));
    }

    @Test
    void whatIsAtItsLimitComesFirst() {
        Instance wide = guest("wide", 8.0, 0);
        Instance tight = guest("tight", 1.0, 0);
        Map<InstanceId, Level> levels = Map.of(
                wide.id(), new Level(0.5, 8.0, null, null, Duration.ofDays(14)),
                tight.id(), new Level(1.0, 1.0, null, null, Duration.ofDays(14)));

        assertThat(RightSizing.of(List.of(wide, tight), levels).proposals())
                .extracting(one -> one.name() + " " + one.proposed() + " " + one.isTight())
                .containsExactly("tight 1.25 true", "wide 0.75 false");
    }

    private static Instance guest(String name, @Nullable Double cpus, long mebibytes) {
        ByteSize memory = mebibytes == 0 ? null : ByteSize.ofMebibytes(mebibytes);
        return Instance.builder(
                        new InstanceId(new EngineId("test"), name),
                        name,
                        new InstanceDetails.SystemContainer("", "", List.of(), false, false))
                .cpus(cpus)
                .memory(memory, memory)
                .build();
    }
}
