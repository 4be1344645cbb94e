package dev.bulkhead.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.common.HostId;
import dev.bulkhead.engine.Meter;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.springframework.context.ApplicationContext;

/** Days of history that led to what an application measures now, made up behind its services' back. */
public final class TestHistory {

    private static final long DAY = Duration.ofDays(1).toSeconds();
    private static final List<Resolution> COARSE = List.of(Resolution.FIVE_MINUTES, Resolution.HOUR);

    private final History history;
    private final MachineSampler machines;
    private final PlaceSampler places;

    public TestHistory(ApplicationContext application) {
        history = application.getBean(History.class);
        machines = application.getBean(MachineSampler.class);
        places = application.getBean(PlaceSampler.class);
    }

    /** Of each place of a machine's storage. @param change from now, in bytes, of what was used so many days ago */
    public void ofPlaces(HostId host, int days, DoubleUnaryOperator change) {
        await().until(() -> !of(host).isEmpty());
        of(host).forEach(place -> fill(place, days, Map.of(Meter.STORAGE_USED, change)));
    }

    /** Of a machine itself. @param changes from now, in the units of the meters */
    public void ofMachine(HostId host, int days, Map<Meter, DoubleUnaryOperator> changes) {
        await().until(() -> machines.latest(host)
                .filter(usage -> changes.keySet().stream().allMatch(meter -> usage.get(meter) != null))
                .isPresent());
        fill(machines.latest(host).orElseThrow(), days, changes);
    }

    private Collection<PlaceUsage> of(HostId host) {
        return places.read(Instant.now()).stream()
                .filter(place -> place.subject().startsWith(host + "/"))
                .toList();
    }

    private void fill(Measured now, int days, Map<Meter, DoubleUnaryOperator> changes) {
        history.keep(now.at(), List.of(now));
        history.write();
        Optional<Integer> filled = history.read(source -> {
            source.connection().setAutoCommit(false);
            try (Statement statement = source.connection().createStatement()) {
                for (Resolution resolution : COARSE) {
                    for (Map.Entry<Meter, DoubleUnaryOperator> change : changes.entrySet()) {
                        fill(source, statement, resolution, now, days, change.getKey(), change.getValue());
                    }
                }
                statement.execute("insert or replace into rolled_up values ('HOUR', %d)".formatted(hour(now)));
            }
            source.connection().commit();
            return days;
        });
        assertThat(filled).as("the history was written").isPresent();
    }

    private static void fill(
            HistorySource source,
            Statement statement,
            Resolution resolution,
            Measured now,
            int days,
            Meter meter,
            DoubleUnaryOperator change)
            throws SQLException {
        int subject = source.subjects().number(now.subject());
        double value = Optional.ofNullable(now.get(meter)).orElseThrow();
        long end = hour(now);
        for (long hour = end - days * DAY; hour < end; hour += Resolution.HOUR.step()) {
            double then =
                    Math.max(0, value + change.applyAsDouble((double) (now.at().getEpochSecond() - hour) / DAY));
            statement.execute("insert into %s (subject, moment, %s, %s) values (%d, %d, %f, %f)"
                    .formatted(
                            source.segments().at(source.connection(), resolution, hour),
                            Columns.average(meter),
                            Columns.most(meter),
                            subject,
                            hour,
                            then,
                            then));
        }
    }

    private static long hour(Measured now) {
        long second = now.at().getEpochSecond();
        return second - second % Resolution.HOUR.step();
    }
}
