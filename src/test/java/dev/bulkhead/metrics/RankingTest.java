package dev.bulkhead.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.Sample;
import dev.bulkhead.metrics.Ranking.Rank;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who used most, by arithmetic, on a real DuckDB file. */
class RankingTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final InstanceId BURST = id("burst");
    private static final InstanceId STEADY = id("steady");
    private static final int HOUR = 3600;

    @TempDir
    private Path directory;

    private HistoryStore store;

    @BeforeEach
    void open() throws SQLException {
        store = HistoryStore.open(directory.resolve("history.duckdb"));
    }

    @AfterEach
    void close() throws SQLException {
        store.close();
    }

    /** 10 of 60 minutes at 900 and an hour at 100: 150 and 100 on average. The last ten minutes lie in ticks alone. */
    @Test
    void whatDoesNotRunUsesNothing() throws SQLException {
        for (int second = 0; second < HOUR; second += 10) {
            if (second < 600) {
                tick(second, BURST, Map.of(Meter.MEMORY_USED, second == 300 ? 960L : second == 310 ? 840L : 900L));
            }
            tick(second, STEADY, Map.of(Meter.MEMORY_USED, 100L));
            if (second == 3000) {
                store.advance(BEGIN.plusSeconds(second));
            }
        }

        Ranking ranking = rank(Resource.MEMORY, Resolution.FIVE_MINUTES);

        assertThat(ranking.from()).isEqualTo(BEGIN);
        assertThat(ranking.to()).isEqualTo(BEGIN.plusSeconds(HOUR));
        assertThat(ranking.top(Ranking.By.AVERAGE, 9))
                .containsExactly(new Rank(BURST, 150, 960), new Rank(STEADY, 100, 100));
        assertThat(rank(Resource.MEMORY, Resolution.MINUTE)).isEqualTo(ranking);
    }

    /** Ten seconds at 2.5 CPUs are 25/1200 of one over twenty minutes, and still a peak of 2.5. */
    @Test
    void theOrderIsByAverageOrByPeak() throws SQLException {
        for (int second = 0; second < 1200; second += 10) {
            tick(second, BURST, Map.of(Meter.CPU_TIME, second == 600 ? 25_000_000_000L : 0L));
            tick(second, STEADY, Map.of(Meter.CPU_TIME, 5_000_000_000L));
        }

        Ranking ranking = rank(Resource.CPU, Resolution.MINUTE);

        Rank steady = ranking.top(Ranking.By.AVERAGE, 1).getFirst();
        assertThat(steady.id()).isEqualTo(STEADY);
        assertThat(steady.average()).isCloseTo(0.5, within(1e-6));
        Rank burst = ranking.top(Ranking.By.PEAK, 1).getFirst();
        assertThat(burst.id()).isEqualTo(BURST);
        assertThat(burst.peak()).isCloseTo(2.5, within(1e-6));
        assertThat(burst.average()).isCloseTo(25.0 / 1200, within(1e-6));
    }

    @Test
    void aResourceIsTheSumOfWhatIsKnownOfIt() throws SQLException {
        for (int second = 0; second < 60; second += 10) {
            tick(second, BURST, Map.of(Meter.DISK_READ_BYTES, 10L, Meter.DISK_WRITTEN_BYTES, 30L));
            tick(second, STEADY, Map.of(Meter.DISK_READ_BYTES, 10L));
            tick(second, id("silent"), Map.of(Meter.MEMORY_USED, 1L));
        }

        assertThat(rank(Resource.DISK, Resolution.MINUTE).top(Ranking.By.AVERAGE, 9))
                .containsExactly(new Rank(BURST, 4, 4), new Rank(STEADY, 1, 1));
    }

    @Test
    void nothingMeasuredIsAnEmptyRanking() throws SQLException {
        assertThat(rank(Resource.NETWORK, Resolution.HOUR).ranks()).isEmpty();
    }

    @Test
    void aLongerStretchIsMadeOfCoarserPointsThatAreKeptThatLong() {
        long now = BEGIN.getEpochSecond();
        assertThat(Resolution.summing(now - 300, now, now)).isEqualTo(Resolution.MINUTE);
        assertThat(Resolution.summing(now - 86_400, now, now)).isEqualTo(Resolution.FIVE_MINUTES);
        assertThat(Resolution.summing(now - 30 * 86_400, now, now)).isEqualTo(Resolution.HOUR);
        assertThat(Resolution.summing(now - 200 * 86_400, now - 200 * 86_400 + 300, now))
                .isEqualTo(Resolution.HOUR);
    }

    private Ranking rank(Resource resource, Resolution coarsest) throws SQLException {
        long from = BEGIN.getEpochSecond();
        return store.read(new RankingQuery(resource, coarsest, from, from + HOUR));
    }

    /** @param grown an amount, or by how much a counter grew in the ten seconds before */
    private void tick(int second, InstanceId id, Map<Meter, Long> grown) throws SQLException {
        Instant at = BEGIN.plusSeconds(second);
        Sample.Builder before = new Sample.Builder();
        Sample.Builder now = new Sample.Builder();
        grown.forEach((meter, amount) -> {
            before.put(meter, 0L);
            now.put(meter, amount);
        });
        Duration tick = Duration.ofSeconds(10);
        store.append(at, List.of(new Usage(id, at, Rates.between(before.at(at.minus(tick)), now.at(at), tick))));
    }

    private static InstanceId id(String local) {
        return new InstanceId(new EngineId("test"), local);
    }
}
