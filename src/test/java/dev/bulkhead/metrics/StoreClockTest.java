package dev.bulkhead.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Days of a clock that is wrong, either way, and then right. */
class StoreClockTest extends StoreTest {

    @Test
    void aClockThatWasADayAheadCostsNothingOfWhatComesAfterwards() throws SQLException {
        int day = 86_400;
        tick(0, ONE, 100);
        store.advance(BEGIN.plusSeconds(90));
        tick(day + 60, ONE, 200);
        store.advance(BEGIN.plusSeconds(day + 150));
        for (int second = 60; second <= day + 300; second += 300) {
            tick(second, ONE, 300);
            store.advance(BEGIN.plusSeconds(second + 90));
        }

        assertThat(read(ONE, Resolution.MINUTE, 0, day, 60).times()).hasSize(1 + day / 300);
        assertThat(memory(read(ONE, Resolution.MINUTE, 60, day, 60)).average()).containsOnly(300);
        assertThat(memory(read(ONE, Resolution.MINUTE, day + 60, day + 119, 60)).average())
                .as("what was there first stays, once")
                .containsExactly(200);
        assertThat(memory(read(ONE, Resolution.HOUR, 3600, day - 1, 3600)).average())
                .containsOnly(300)
                .hasSize(23);
    }

    @Test
    void aClockThatIsADayBehindCostsNothingOfWhatWasThere() throws SQLException {
        int day = 86_400;
        for (int second = 0; second < 2 * day; second += 900) {
            tick(second, ONE, 100);
            store.advance(BEGIN.plusSeconds(second + 90));
        }
        tick(day, ONE, 500);
        store.advance(BEGIN.plusSeconds(day + 90));
        tick(day + 900, ONE, 500);
        store.advance(BEGIN.plusSeconds(day + 990));
        tick(2 * day, ONE, 300);
        store.advance(BEGIN.plusSeconds(2 * day + 390));

        assertThat(memory(read(ONE, Resolution.MINUTE, 0, 2 * day - 1, 60)).average())
                .containsOnly(100)
                .hasSize(2 * day / 900);
        assertThat(memory(read(ONE, Resolution.MINUTE, 2 * day, 2 * day + 59, 60))
                        .average())
                .containsExactly(300);
        assertThat(memory(read(ONE, Resolution.FIVE_MINUTES, day, 2 * day - 1, 300))
                        .average())
                .containsOnly(100);
    }

    /** Half past five on the first day comes again after the second one. */
    @Test
    void whatAClockThatWasSetBackBringsIntoASortedTableIsThere() throws SQLException {
        for (int hour = 0; hour < 48; hour++) {
            tick(hour * 3600, ONE, hour);
        }
        sortTheFirstDay();
        assertThat(sixHours(0).most()).startsWith(5, 11);

        tick(5 * 3600 + 1800, ONE, 1000);
        store.advance(BEGIN.plusSeconds(5 * 3600 + 1890));
        store.advance(BEGIN.plusSeconds(5 * 3600 + 1950));

        assertThat(sixHours(0).most()).startsWith(1000, 11);
    }
}
