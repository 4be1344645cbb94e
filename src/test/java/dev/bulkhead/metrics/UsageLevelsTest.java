package dev.bulkhead.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.Sample;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Percentiles by a real DuckDB, of numbers whose percentile is known. */
class UsageLevelsTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final int STEP = 300;
    private static final int POINTS = 200;

    @TempDir
    private Path directory;

    /** The 95th percentile of 1, 2, … 200 is 190.05; both instances, of which the other is in the next batch, have their own. */
    @Test
    void levelsAreThoseOfEachInstance() throws SQLException {
        InstanceId one = id(0);
        InstanceId other = id(UsageLevels.BATCH + 1);
        try (HistoryStore store = HistoryStore.open(directory.resolve("history.duckdb"))) {
            store.append(
                    BEGIN.minusSeconds(86_400),
                    IntStream.range(0, UsageLevels.BATCH + 2)
                            .mapToObj(n -> new Usage(id(n), BEGIN, rates(0, 0)))
                            .toList());
            for (int n = 1; n <= POINTS; n++) {
                Instant at = BEGIN.plusSeconds((n - 1L) * STEP);
                store.append(at, List.of(new Usage(one, at, rates(n, n)), new Usage(other, at, rates(1, 1000))));
            }
            long end = BEGIN.getEpochSecond() + POINTS * STEP;
            store.advance(Instant.ofEpochSecond(end + STEP));

            Map<InstanceId, UsageLevels.Level> levels =
                    store.read(source -> UsageLevels.read(source, BEGIN.getEpochSecond(), end));

            assertThat(levels).containsOnlyKeys(one, other);
            UsageLevels.Level level = levels.get(one);
            assertThat(level.covered()).isEqualTo(Duration.ofSeconds(POINTS * STEP));
            assertThat(level.memory()).isCloseTo(190.05, within(1e-4));
            assertThat(level.memoryMost()).isEqualTo(200);
            assertThat(level.cpus()).isCloseTo(1.9005, within(1e-4));
            assertThat(level.cpusMost()).isCloseTo(2, within(1e-6));
            assertThat(levels.get(other).memory()).isEqualTo(1000);
        }
    }

    /** @param hundredths of a CPU */
    private static Rates rates(int hundredths, long memory) {
        Sample before = new Sample.Builder().put(Meter.CPU_TIME, 0L).at(BEGIN);
        Sample now = new Sample.Builder()
                .put(Meter.CPU_TIME, hundredths * 100_000_000L)
                .put(Meter.MEMORY_USED, memory)
                .at(BEGIN.plusSeconds(10));
        return Rates.between(before, now, Duration.ofSeconds(10));
    }

    private static InstanceId id(int n) {
        return new InstanceId(new EngineId("test"), "guest-" + n);
    }
}
