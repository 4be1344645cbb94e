package dev.bulkhead.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.host.HostCapacity;
import dev.bulkhead.host.StoragePlace;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is kept of places of storage. */
class PlaceHistoryTest extends StoreTest {

    private static final HostId LAB = new HostId("lab");
    private static final HostId YARD = new HostId("yard");
    private static final int HOUR = 3600;

    @Test
    void usedAndTotalAreKeptUnderEachLocation() throws SQLException {
        tick(0, LAB, place(40, "/srv/a", "/srv/b"), place(7, "tank"));
        tick(0, YARD, place(9, "/srv/a"));

        assertThat(hours(LAB, "/srv/a", "/srv/b", "tank", "/srv/none"))
                .isEqualTo(Map.of(
                        subject(LAB, "/srv/a"), Map.of(BEGIN, 40.0),
                        subject(LAB, "/srv/b"), Map.of(BEGIN, 40.0),
                        subject(LAB, "tank"), Map.of(BEGIN, 7.0)));
        assertThat(hours(YARD, "/srv/a").values()).containsExactly(new TreeMap<>(Map.of(BEGIN, 9.0)));
        Points total = store.read(StretchQuery.of(
                subject(LAB, "tank"), List.of(Meter.STORAGE_LIMIT), seconds(0), seconds(60), 10, seconds(60)));
        assertThat(total.of(Meter.STORAGE_LIMIT).average()).containsExactly(100);
    }

    /** The first hour out of a point of an hour; the second out of those of five minutes, a minute and a tick. */
    @Test
    void anHourHasItsAverageUpToTheLatest() throws SQLException {
        for (int second = 0; second < HOUR + 480; second += 60) {
            tick(second, LAB, place(second < HOUR ? second / 60 : 200, "/srv/a"));
            store.advance(BEGIN.plusSeconds(second));
        }

        assertThat(hours(LAB, "/srv/a"))
                .isEqualTo(Map.of(subject(LAB, "/srv/a"), Map.of(BEGIN, 29.5, BEGIN.plusSeconds(HOUR), 200.0)));
    }

    @Test
    void aLocationIsDataWhateverItIs() throws SQLException {
        String hostile = "../../etc/\u0000'); drop table subject; --\ud800\n" + "x".repeat(100_000);
        tick(0, LAB, place(40, hostile, "", "'"));

        assertThat(hours(LAB, hostile, "", "'")).hasSize(3).allSatisfy((subject, hours) -> {
            assertThat(subject).matches("lab/[0-9a-f-]{36}");
            assertThat(InstanceId.parse(subject)).isEmpty();
            assertThat(hours).isEqualTo(Map.of(BEGIN, 40.0));
        });
    }

    /** As for instances: what is there is seen, what was not for so long goes. */
    @Test
    void aPlaceThatIsLongGoneIsForgottenAndOneThatComesBackGoesOn() throws SQLException {
        tick(0, LAB, place(40, "/srv/a"), place(7, "tank"));
        Instant later = BEGIN.plusSeconds(600);
        store.tidy(later, Set.of(subject(LAB, "/srv/a")), later);
        tick(2 * HOUR, LAB, place(42, "/srv/a"));

        assertThat(hours(LAB, "tank")).isEmpty();
        assertThat(hours(LAB, "/srv/a").get(subject(LAB, "/srv/a")))
                .isEqualTo(Map.of(BEGIN, 40.0, BEGIN.plusSeconds(2 * HOUR), 42.0));
    }

    private void tick(int second, HostId host, StoragePlace... places) throws SQLException {
        Instant at = BEGIN.plusSeconds(second);
        store.append(at, PlaceSampler.usages(host, List.of(places), at));
    }

    private Map<String, SortedMap<Instant, Double>> hours(HostId host, String... locations) throws SQLException {
        List<String> subjects =
                Stream.of(locations).map(location -> subject(host, location)).toList();
        return store.read(new HoursQuery(Meter.STORAGE_USED, subjects, seconds(0), seconds(24 * HOUR)));
    }

    private static StoragePlace place(double used, String... locations) {
        return new StoragePlace(
                List.of("pool"), "dir", List.of(locations), new HostCapacity.Resource(used, null, 100.0));
    }

    private static String subject(HostId host, String location) {
        return PlaceUsage.subject(host, location);
    }
}
