package dev.bulkhead.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Meter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is kept and read, sorted, dropped and forgotten. */
class HistoryStoreTest extends StoreTest {

    @Test
    void whatWasAppendedIsReadAgain() throws SQLException {
        tick(0, ONE, 100);
        tick(10, ONE, 300);

        Points points = read(ONE, Resolution.TICK, 0, 60, 10);

        assertThat(points.times()).containsExactly(seconds(0), seconds(10));
        assertThat(memory(points).average()).containsExactly(100, 300);
        assertThat(memory(points).most()).containsExactly(100, 300);
        assertThat(points.of(Meter.CPU_TIME).average()).containsOnly(Double.NaN);
    }

    @Test
    void instancesAreKeptApartWhateverTheirIds() throws SQLException {
        tick(0, ONE, 100);
        tick(0, OTHER, 200);

        assertThat(memory(read(ONE, Resolution.TICK, 0, 60, 10)).average()).containsExactly(100);
        assertThat(memory(read(OTHER, Resolution.TICK, 0, 60, 10)).average()).containsExactly(200);
    }

    @Test
    void coarserPointsHaveTheAverageAndThePeak() throws SQLException {
        for (int second = 0; second < 7200; second += 60) {
            tick(second, ONE, second == 3600 ? 1000 : 100);
        }
        tick(3610, ONE, 100);
        store.advance(BEGIN.plusSeconds(7260));

        assertThat(memory(read(ONE, Resolution.MINUTE, 3600, 3659, 60)).average())
                .containsExactly(550);
        assertThat(memory(read(ONE, Resolution.MINUTE, 3600, 3659, 60)).most()).containsExactly(1000);
        assertThat(memory(read(ONE, Resolution.FIVE_MINUTES, 3600, 3899, 300)).average())
                .containsExactly(190);
        assertThat(memory(read(ONE, Resolution.HOUR, 3600, 7199, 3600)).most()).containsExactly(1000);
        assertThat(memory(read(ONE, Resolution.HOUR, 3600, 7199, 3600)).average())
                .containsExactly(107.5);
    }

    @Test
    void eachPointIsRolledUpOnce() throws SQLException {
        tick(0, ONE, 100);
        store.advance(BEGIN.plusSeconds(90));
        store.advance(BEGIN.plusSeconds(95));
        tick(70, ONE, 300);
        store.advance(BEGIN.plusSeconds(150));

        Points minutes = read(ONE, Resolution.MINUTE, 0, 3600, 60);
        assertThat(minutes.times()).containsExactly(seconds(0), seconds(60));
        assertThat(memory(minutes).average()).containsExactly(100, 300);
    }

    @Test
    void aGapStaysAGap() throws SQLException {
        tick(0, ONE, 100);
        tick(1200, ONE, 100);
        store.advance(BEGIN.plusSeconds(1300));

        assertThat(read(ONE, Resolution.MINUTE, 0, 3600, 60).times()).containsExactly(seconds(0), seconds(1200));
    }

    @Test
    void sortingChangesNothingThatIsRead() throws SQLException {
        for (int hour = 0; hour < 49; hour += 6) {
            tick(hour * 3600, ONE, hour);
            tick(hour * 3600, OTHER, 2 * hour);
            store.advance(BEGIN.plusSeconds(hour * 3600 + 90));
        }
        Points before = read(ONE, Resolution.MINUTE, 0, 200_000, 60);
        store.tidy(BEGIN.plusSeconds(49 * 3600), Set.of(ONE.toString(), OTHER.toString()), Instant.EPOCH);
        Points after = read(ONE, Resolution.MINUTE, 0, 200_000, 60);

        assertThat(memory(after).average())
                .hasSize(9)
                .containsExactly(memory(before).average());
    }

    /** Six hours of two days each in a point of its own: the first day's from what was read before, the last one growing. */
    @Test
    void whatWasReadBeforeIsReadOnceAndTheRestAnew() throws SQLException {
        for (int hour = 0; hour < 48; hour++) {
            tick(hour * 3600, ONE, hour);
        }
        sortTheFirstDay();

        assertThat(sixHours(0).average()).containsExactly(2.5, 8.5, 14.5, 20.5, 26.5, 32.5, 38.5, 44.5);
        tick(47 * 3600 + 120, ONE, 100);
        store.advance(BEGIN.plusSeconds(49 * 3600));

        assertThat(sixHours(0).average()).startsWith(2.5, 8.5, 14.5, 20.5, 26.5, 32.5, 38.5);
        assertThat(sixHours(0).most()).containsExactly(5, 11, 17, 23, 29, 35, 41, 100);
        // A point that the stretch begins in is there as a whole.
        assertThat(sixHours(8 * 3600).average()).startsWith(8.5, 14.5);
    }

    /** Seven hours do not fit into a day: the fourth point is from 19:00 on, with five hours of the sorted table and two of the other. */
    @Test
    void aPointAcrossTwoTablesIsOfBoth() throws SQLException {
        for (int hour = 0; hour < 48; hour++) {
            tick(hour * 3600, ONE, hour == 22 ? 500 : hour);
        }
        sortTheFirstDay();

        for (int time = 0; time < 2; time++) {
            Points points = read(ONE, Resolution.MINUTE, 0, 48 * 3600, 7 * 3600);
            assertThat(points.times()[3]).isEqualTo(seconds(19 * 3600));
            assertThat(memory(points).average()[3]).isEqualTo((19 + 20 + 21 + 500 + 23 + 24 + 25) / 7.0);
            assertThat(memory(points).most()[3]).isEqualTo(500);
            assertThat(points.of(Meter.CPU_TIME).average()).containsOnly(Double.NaN);
        }
    }

    @Test
    void whatIsTooOldIsDropped() throws SQLException {
        tick(0, ONE, 100);
        store.advance(BEGIN.plusSeconds(90));
        store.advance(BEGIN.plus(Duration.ofDays(15)));

        assertThat(read(ONE, Resolution.TICK, 0, 60, 10).times()).isEmpty();
        assertThat(read(ONE, Resolution.MINUTE, 0, 60, 60).times()).isEmpty();
    }

    @Test
    void theHistoryOfTheGoneIsForgotten() throws SQLException {
        tick(0, ONE, 100);
        tick(0, OTHER, 200);
        Instant later = BEGIN.plusSeconds(600);
        store.tidy(later, Set.of(ONE.toString()), later);

        assertThat(read(OTHER, Resolution.TICK, 0, 60, 10).times()).isEmpty();
        assertThat(read(ONE, Resolution.TICK, 0, 60, 10).times()).hasSize(1);
    }

    @Test
    void everythingIsThereAfterClosing() throws SQLException {
        tick(0, ONE, 100);
        store.advance(BEGIN.plusSeconds(90));
        store.close();
        store = HistoryStore.open(directory.resolve("history.duckdb"));
        tick(70, ONE, 300);
        store.advance(BEGIN.plusSeconds(150));

        assertThat(memory(read(ONE, Resolution.MINUTE, 0, 600, 60)).average()).containsExactly(100, 300);
    }

    /** 02:00 to 03:00 out of an hour, 03:00 to 03:05 out of five minutes, 03:05 to 03:07 out of minutes, and two out of ticks. */
    @Test
    void everyMomentIsThereOnceUpToTheLatest() throws SQLException {
        for (int second = 7200; second < 11_300; second += 10) {
            tick(second, ONE, second);
        }
        store.advance(BEGIN.plusSeconds(11_250));

        String told = store.read(source -> {
            String points = source.points(Resolution.HOUR, List.of(Meter.MEMORY_USED), seconds(0), seconds(11_290))
                    .orElseThrow();
            try (Statement statement = source.connection().createStatement();
                    ResultSet rows =
                            statement.executeQuery("select string_agg(seconds || '×' || n, ' ' order by seconds desc),"
                                    + " sum(n * seconds), max(most) from (select seconds, count(*) as n, max(memory_used_max) as most from "
                                    + points + " group by seconds)")) {
                rows.next();
                return rows.getString(1) + " = " + rows.getInt(2) + " s, peak " + rows.getInt(3);
            }
        });

        assertThat(told).isEqualTo("3600×1 300×1 60×4 = 4140 s, peak 11290");
    }

    @Test
    void sortedPointsKeepFourDigits() throws SQLException {
        for (int second = 0; second < 120; second += 10) {
            tick(second, ONE, 123_456_789);
            tick(second, OTHER, 12);
        }
        store.advance(BEGIN.plusSeconds(49 * 3600));
        store.tidy(BEGIN.plusSeconds(49 * 3600), Set.of(ONE.toString(), OTHER.toString()), Instant.EPOCH);

        assertThat(memory(read(ONE, Resolution.MINUTE, 0, 60, 60)).average()).containsOnly((float) 123_500_000);
        assertThat(memory(read(OTHER, Resolution.MINUTE, 0, 60, 60)).most()).containsOnly(12);
    }

    /** As an earlier version left it, with fewer meters. */
    @Test
    void aMeterThatCameLaterIsAdded() throws SQLException {
        tick(0, ONE, 100);
        store.close();
        String file = "jdbc:duckdb:" + directory.resolve("history.duckdb");
        try (Connection connection = DriverManager.getConnection(file);
                Statement statement = connection.createStatement()) {
            String table = "tick_" + BEGIN.getEpochSecond() / 3600;
            statement.execute("alter table " + table + " drop column pressure_disk");
        }
        open();

        tick(10, ONE, 300);

        assertThat(memory(read(ONE, Resolution.TICK, 0, 60, 10)).average()).containsExactly(100, 300);
    }
}
