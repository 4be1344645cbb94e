package dev.bulkhead.operation.audit.ship;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of how far each receiver has come. */
@Repository
class ShippingStore {

    private final JdbcClient jdbc;

    ShippingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param shipped the number of the last row that it got, or was left out
     * @param dropped how many were left out
     */
    record Position(long shipped, long dropped) {}

    Optional<Position> find(String receiver) {
        return jdbc.sql("select shipped, dropped from audit_shipping where receiver = ?")
                .param(receiver)
                .query((row, number) -> new Position(row.getLong("shipped"), row.getLong("dropped")))
                .optional();
    }

    void save(String receiver, Position position) {
        int changed = jdbc.sql("update audit_shipping set shipped = ?, dropped = ? where receiver = ?")
                .params(position.shipped(), position.dropped(), receiver)
                .update();
        if (changed == 0) {
            jdbc.sql("insert into audit_shipping (shipped, dropped, receiver) values (?, ?, ?)")
                    .params(position.shipped(), position.dropped(), receiver)
                    .update();
        }
    }
}
