package dev.bulkhead.metrics;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.Sample;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The history's store under a made-up load, for measuring. Of one thread. */
public final class HistoryBed implements AutoCloseable {

    private static final EngineId ENGINE = new EngineId("trace");
    private static final int TICK_SECONDS = 10;
    private static final Duration YEAR = Duration.ofDays(365);
    private static final List<Meter> CHARTED = List.of(
            Meter.CPU_TIME,
            Meter.MEMORY_USED,
            Meter.MEMORY_LIMIT,
            Meter.DISK_READ_BYTES,
            Meter.DISK_WRITTEN_BYTES,
            Meter.NETWORK_IN_BYTES,
            Meter.NETWORK_OUT_BYTES);
    private static final List<Resolution> COARSE = List.of(Resolution.MINUTE, Resolution.FIVE_MINUTES, Resolution.HOUR);

    /** How many values an instance has at a time that is not the finest. */
    public static final int VALUES = 2 * HistoryTrace.METERS.size();

    private final HistoryTrace trace = new HistoryTrace(1);
    private final Path file;
    private final int instances;
    private HistoryStore store;
    private long second;

    /** @param now of the first tick; on a full hour */
    public HistoryBed(Path file, int instances, Instant now) throws SQLException {
        this.file = file;
        this.instances = instances;
        this.store = HistoryStore.open(file);
        this.second = now.getEpochSecond();
    }

    /** Makes up a tick; not the store's work. */
    public List<Usage> measure() {
        second += TICK_SECONDS;
        Instant at = Instant.ofEpochSecond(second);
        List<Usage> usages = new ArrayList<>(instances);
        for (int instance = 0; instance < instances; instance++) {
            usages.add(new Usage(id(instance), at, rates(instance, at)));
        }
        return usages;
    }

    /** Stores it, and rolls up what is complete once a minute. */
    public void keep(List<Usage> usages) throws SQLException {
        store.append(Instant.ofEpochSecond(second), usages);
        if (second % Resolution.MINUTE.step() == 0) {
            store.advance(Instant.ofEpochSecond(second));
        }
    }

    /**
     * All that is kept of all instances in minutes, five minutes and hours, as if they had run for two years; sorted.
     *
     * @return how many values
     */
    public long fill() throws SQLException {
        return fill((connection, segments) -> {
            long values = 0;
            for (Resolution resolution : COARSE) {
                values += fill(connection, segments, resolution);
            }
            return values;
        });
    }

    /** The hours of a year of all instances, of what their four charts show, by chance; sorted where they are over. */
    public void fillYear() throws SQLException {
        String columns = Columns.stored(Resolution.HOUR, CHARTED);
        String values = columns.replaceAll("\\w+", "(1e4 * random())::integer::float");
        long end = second - second % Resolution.HOUR.step();
        fill((connection, segments) -> {
            long from = end - YEAR.toSeconds();
            while (from < end) {
                long span = Resolution.HOUR.segment();
                long to = Math.min(end, (Math.floorDiv(from, span) + 1) * span);
                try (Statement statement = connection.createStatement()) {
                    statement.execute(
                            "insert into %s (subject, moment, %s) select number, moment, %s from range(%d, %d, 3600) as hours(moment), subject order by moment"
                                    .formatted(
                                            segments.at(connection, Resolution.HOUR, from), columns, values, from, to));
                }
                from = to;
            }
            return 0;
        });
    }

    private interface Filling {

        long fill(DuckDBConnection connection, Segments segments) throws SQLException;
    }

    private long fill(Filling filling) throws SQLException {
        keep(measure());
        store.close();
        long values;
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            values = filling.fill((DuckDBConnection) connection, new Segments(connection));
            for (Resolution resolution : COARSE) {
                statement.execute("insert or replace into rolled_up values ('%s', %d)"
                        .formatted(resolution, second - second % resolution.step()));
            }
            statement.execute("checkpoint");
        }
        store = HistoryStore.open(file);
        store.tidy(Instant.ofEpochSecond(second), List.of(), Instant.EPOCH);
        return values;
    }

    private long fill(DuckDBConnection connection, Segments segments, Resolution resolution) throws SQLException {
        long values = 0;
        long end = second - second % resolution.step();
        long begin = end - resolution.kept();
        for (long span = begin - Math.floorMod(begin, resolution.segment()); span < end; span += resolution.segment()) {
            String table = segments.at(connection, resolution, span);
            try (DuckDBAppender rows = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table)) {
                for (long at = Math.max(begin, span);
                        at < Math.min(end, span + resolution.segment());
                        at += resolution.step()) {
                    for (int instance = 0; instance < instances; instance++) {
                        values += row(rows, instance, at);
                    }
                }
            }
        }
        return values;
    }

    private int row(DuckDBAppender rows, int instance, long at) throws SQLException {
        rows.beginRow();
        rows.append(instance + 1);
        rows.append(at);
        for (Meter meter : Meter.values()) {
            if (meter.isOfInstances()) {
                double one = trace.use(instance, meter, at);
                double other = trace.use(instance, meter, at);
                rows.append((float) ((one + other) / 2));
                rows.append((float) Math.max(one, other));
            } else {
                rows.appendNull();
                rows.appendNull();
            }
        }
        rows.endRow();
        return 2 * HistoryTrace.METERS.size();
    }

    /** A meter's average, or at odd numbers its peak, as it is filled in for that moment. @param series below {@link #VALUES} */
    public static double value(int instance, int series, long at) {
        HistoryTrace trace = new HistoryTrace(31L * instance + at);
        Meter meter = HistoryTrace.METERS.get(series / 2);
        double one = trace.use(instance, meter, at);
        double other = trace.use(instance, meter, at);
        return (float) (series % 2 == 0 ? (one + other) / 2 : Math.max(one, other));
    }

    /** Of the file, those that hold something: what was freed is used again and never given back. */
    public long bytes() throws SQLException {
        return store.read(source -> {
            try (Statement statement = source.connection().createStatement();
                    ResultSet row =
                            statement.executeQuery("select used_blocks * block_size from pragma_database_size()")) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** Opens the file anew, as after a restart. */
    public void reopen() throws SQLException {
        store.close();
        store = HistoryStore.open(file);
    }

    /** A year of one instance's four charts. @return how many points */
    public int year(int instance) throws SQLException {
        long from = second - YEAR.toSeconds();
        return store.read(new StretchQuery(
                        id(instance).toString(), CHARTED, from, second, Resolution.HOUR, 9 * Resolution.HOUR.step()))
                .times()
                .length;
    }

    /** Who used most CPU in a year. @return how many instances were measured in it */
    public int rank() throws SQLException {
        return store.read(new RankingQuery(Resource.CPU, Resolution.HOUR, second - YEAR.toSeconds(), second))
                .ranks()
                .size();
    }

    @Override
    public void close() throws SQLException {
        store.close();
    }

    private Rates rates(int instance, Instant at) {
        Sample.Builder before = new Sample.Builder();
        Sample.Builder now = new Sample.Builder();
        for (Meter meter : HistoryTrace.METERS) {
            long use = Math.round(trace.use(instance, meter, at.getEpochSecond()));
            before.put(meter, 0L);
            now.put(meter, meter.isCounter() ? use * TICK_SECONDS : use);
        }
        return Rates.between(before.at(at.minusSeconds(TICK_SECONDS)), now.at(at), Duration.ofSeconds(TICK_SECONDS));
    }

    private static InstanceId id(int instance) {
        return new InstanceId(ENGINE, "i" + instance);
    }
}
