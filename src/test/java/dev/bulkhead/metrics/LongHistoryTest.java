package dev.bulkhead.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.Sample;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A synthetic year of minutes on a real DuckDB file, rolled up, sorted and dropped as the product does it. */
class LongHistoryTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final InstanceId ONE = id("one");
    private static final int MOST_POINTS = 1000;
    private static final double EVERYDAY = 1000;
    private static final double PEAK = 70_000;
    private static final double NANOS_PER_MILLI = 1e6;

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

    @Test
    void thePeaksOfAYearAreThereAtEveryZoom() throws SQLException {
        List<Duration> peaks =
                List.of(Duration.ofDays(300), Duration.ofDays(60), Duration.ofDays(5), Duration.ofHours(30));
        live(365, peaks, List.of(ONE));

        for (Duration span :
                List.of(Duration.ofDays(730), Duration.ofDays(365), Duration.ofDays(89), Duration.ofDays(13))) {
            Points points = chart(span);
            long within = peaks.stream().filter(ago -> ago.compareTo(span) < 0).count();
            assertThat(points.times().length).isBetween(200, MOST_POINTS + 1);
            assertThat(Arrays.stream(memory(points).most()).filter(most -> most == PEAK))
                    .as("peaks in %s", span)
                    .hasSize((int) within);
            assertThat(Arrays.stream(memory(points).average()).max().orElseThrow())
                    .isLessThan(PEAK);
        }
        tellHowLongItTakes();
    }

    /** The longest gone go first, then minutes, the oldest first; the latest of each resolution stays. */
    @Test
    void aBudgetIsKept() throws SQLException {
        List<InstanceId> gone = ids("gone");
        List<InstanceId> lately = ids("lately");
        List<InstanceId> all =
                Stream.of(List.of(ONE), gone, lately).flatMap(List::stream).toList();
        live(4, List.of(), all);
        store.tidy(
                NOW.minus(Duration.ofDays(1)),
                texts(Stream.concat(lately.stream(), Stream.of(ONE)).toList()),
                Instant.EPOCH);
        store.tidy(NOW, texts(List.of(ONE)), Instant.EPOCH);

        assertThat(store.fit(store.used(), NOW).isNothing()).isTrue();

        assertThat(store.fit(store.used() - 1, NOW)).isEqualTo(new HistoryStore.Dropped(gone.size(), List.of()));
        assertThat(count(gone.getFirst())).isZero();
        assertThat(count(lately.getLast())).isEqualTo(count(ONE)).isPositive();

        HistoryStore.Dropped then = store.fit(store.used() / 3, NOW);
        assertThat(then.instances()).isEqualTo(lately.size());
        assertThat(then.tables()).startsWith("minute_20509_sorted", "minute_20510_sorted");

        store.fit(0, NOW);
        assertThat(chart(Duration.ofDays(1)).times()).isNotEmpty();
    }

    /** Points of every minute up to now, with a single minute's peak that long ago. */
    private void live(int days, List<Duration> peaks, Collection<InstanceId> ids) throws SQLException {
        store.append(
                NOW.minusSeconds(5), ids.stream().map(LongHistoryTest::usage).toList());
        String peak = peaks.stream()
                .map(ago -> String.valueOf(NOW.minus(ago).getEpochSecond()))
                .reduce("0", (one, other) -> one + ", " + other);
        store.read(source -> {
            for (int day = days; day > 0; day--) {
                long from = NOW.minus(Duration.ofDays(day)).getEpochSecond();
                String table = source.segments().at(source.connection(), Resolution.MINUTE, from);
                try (Statement statement = source.connection().createStatement()) {
                    statement.execute("""
                            insert into %s (subject, moment, cpu_time, cpu_time_max, memory_used, memory_used_max)
                            select number, moment, random(), random(), %s + random(),
                            case when moment in (%s) then %s else %s + random() end
                            from subject, (select unnest(range(%d, %d, 60)) as moment)""".formatted(table, EVERYDAY, peak, PEAK, EVERYDAY, from, from + 86_400));
                }
            }
            return days;
        });
        store.advance(NOW.plusSeconds(20));
        store.tidy(NOW.minus(Duration.ofDays(2)), texts(ids), Instant.EPOCH);
    }

    private Points chart(Duration span) throws SQLException {
        long now = NOW.getEpochSecond();
        List<Meter> meters = List.of(Meter.CPU_TIME, Meter.MEMORY_USED);
        return store.read(StretchQuery.of(ONE.toString(), meters, now - span.toSeconds(), now, MOST_POINTS, now));
    }

    private long count(InstanceId id) throws SQLException {
        return store.read(source -> new StretchQuery(
                                id.toString(),
                                List.of(Meter.MEMORY_USED),
                                0,
                                NOW.getEpochSecond(),
                                Resolution.HOUR,
                                3600)
                        .ask(source))
                .times()
                .length;
    }

    private void tellHowLongItTakes() throws SQLException {
        store.close();
        open();
        long begin = System.nanoTime();
        Points year = chart(Duration.ofDays(365));
        long cold = System.nanoTime();
        chart(Duration.ofDays(365));
        long warm = System.nanoTime();
        System.out.printf(
                "A chart of a year, %d points: %.1f ms cold, %.1f ms warm%n",
                year.times().length, (cold - begin) / NANOS_PER_MILLI, (warm - cold) / NANOS_PER_MILLI);
    }

    private static Points.Series memory(Points points) {
        return points.of(Meter.MEMORY_USED);
    }

    private static List<InstanceId> ids(String name) {
        return IntStream.range(0, 20).mapToObj(number -> id(name + number)).toList();
    }

    private static List<String> texts(Collection<InstanceId> ids) {
        return ids.stream().map(InstanceId::toString).toList();
    }

    private static Usage usage(InstanceId id) {
        Sample sample =
                new Sample.Builder().put(Meter.MEMORY_USED, (long) EVERYDAY).at(NOW);
        return new Usage(id, NOW, Rates.between(null, sample, Duration.ZERO));
    }

    private static InstanceId id(String local) {
        return new InstanceId(new EngineId("test"), local);
    }
}
