package dev.bulkhead.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.Sample;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A history on a real DuckDB file, and two instances of which there is memory alone. */
abstract class StoreTest {

    static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    static final InstanceId ONE = id("one");
    static final InstanceId OTHER = id("other");

    @TempDir
    Path directory;

    HistoryStore store;

    @BeforeEach
    void open() throws SQLException {
        store = HistoryStore.open(directory.resolve("history.duckdb"));
    }

    @AfterEach
    void close() throws SQLException {
        store.close();
    }

    final void sortTheFirstDay() throws SQLException {
        store.advance(BEGIN.plusSeconds(47 * 3600 + 90));
        store.tidy(BEGIN.plusSeconds(47 * 3600 + 90), Set.of(ONE.toString()), Instant.EPOCH);
        assertThat(store.<List<Boolean>>read(
                        source -> source.segments().within(Resolution.MINUTE, seconds(0), seconds(47 * 3600)).stream()
                                .map(Segments::isSorted)
                                .toList()))
                .containsExactly(true, false);
    }

    final Points.Series sixHours(int from) throws SQLException {
        return memory(read(ONE, Resolution.MINUTE, from, 48 * 3600 - 1, 6 * 3600));
    }

    final void tick(int second, InstanceId id, long memory) throws SQLException {
        Sample sample = new Sample.Builder().put(Meter.MEMORY_USED, memory).at(BEGIN.plusSeconds(second));
        store.append(
                BEGIN.plusSeconds(second),
                List.of(new Usage(id, BEGIN.plusSeconds(second), Rates.between(null, sample, Duration.ZERO))));
    }

    final Points read(InstanceId id, Resolution resolution, int from, int to, long step) throws SQLException {
        return store.read(new StretchQuery(
                id.toString(),
                List.of(Meter.MEMORY_USED, Meter.CPU_TIME),
                seconds(from),
                seconds(to),
                resolution,
                step));
    }

    static Points.Series memory(Points points) {
        return points.of(Meter.MEMORY_USED);
    }

    static long seconds(int second) {
        return BEGIN.plusSeconds(second).getEpochSecond();
    }

    static InstanceId id(String local) {
        return new InstanceId(new EngineId("test"), local);
    }
}
