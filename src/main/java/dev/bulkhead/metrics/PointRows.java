package dev.bulkhead.metrics;

import dev.bulkhead.engine.Meter;
import dev.bulkhead.metrics.Points.Series;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Points out of a query's rows: the moment, then average and most of each meter. */
final class PointRows {

    private PointRows() {}

    static Points read(ResultSet rows, long step, List<Meter> meters) throws SQLException {
        List<double[]> read = new ArrayList<>();
        int columns = 1 + 2 * meters.size();
        while (rows.next()) {
            double[] row = new double[columns];
            for (int column = 0; column < columns; column++) {
                double value = rows.getDouble(column + 1);
                row[column] = rows.wasNull() ? Double.NaN : value;
            }
            read.add(row);
        }
        long[] times = read.stream().mapToLong(row -> (long) row[0]).toArray();
        Map<Meter, Series> series = new EnumMap<>(Meter.class);
        for (int i = 0; i < meters.size(); i++) {
            series.put(meters.get(i), new Series(column(read, 1 + 2 * i), column(read, 2 + 2 * i)));
        }
        return new Points(step, times, series);
    }

    static Points none(long step, List<Meter> meters) {
        Map<Meter, Series> series = new EnumMap<>(Meter.class);
        meters.forEach(meter -> series.put(meter, new Series(new double[0], new double[0])));
        return new Points(step, new long[0], series);
    }

    private static double[] column(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).toArray();
    }
}
