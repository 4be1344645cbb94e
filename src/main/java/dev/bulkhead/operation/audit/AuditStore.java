package dev.bulkhead.operation.audit;

import dev.bulkhead.access.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** The table of the record. Every method may throw {@link org.springframework.dao.DataAccessException}. */
@Repository
class AuditStore {

    private final JdbcClient jdbc;
    private final JdbcOperations connections;
    private final TransactionOperations own;

    @Autowired
    AuditStore(JdbcClient jdbc, JdbcOperations connections, PlatformTransactionManager transactions) {
        this(
                jdbc,
                connections,
                new TransactionTemplate(
                        transactions,
                        new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW)));
    }

    /** @param own in which a row is written, whatever becomes of the caller's */
    AuditStore(JdbcClient jdbc, JdbcOperations connections, TransactionOperations own) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.own = own;
    }

    /** Stays written if the caller's transaction is taken back: the next row is chained to this one. */
    void insert(AuditRow row) {
        try {
            own.executeWithoutResult(transaction -> insertHere(row));
        } catch (TransactionException failed) {
            // A full disk is found out when it is committed, and a lost connection when it is begun.
            throw new DataAccessResourceFailureException("The row could not be committed", failed);
        }
    }

    private void insertHere(AuditRow row) {
        AuditEntry entry = row.entry();
        jdbc.sql("""
                        insert into audit (seq, at, actor, proof, sign_in, address, verb, target, target_name, outcome,
                        operation, detail, mac) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """).params(values(row, entry)).update();
    }

    private static List<@Nullable Object> values(AuditRow row, AuditEntry entry) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(row.seq());
        values.add(time(entry.at()));
        values.add(entry.origin().actor());
        values.add(entry.origin().proof().name());
        values.add(entry.origin().signIn());
        values.add(entry.origin().address());
        values.add(entry.verb());
        values.add(entry.target().id());
        values.add(entry.target().name());
        values.add(entry.outcome().name());
        values.add(entry.operation());
        values.add(entry.detail());
        values.add(row.mac());
        return values;
    }

    /** The last row's link; {@link ChainLink#START} when there is no row. */
    ChainLink last() {
        return jdbc.sql("select seq, mac from audit order by seq desc limit 1")
                .query(AuditStore::link)
                .optional()
                .orElse(ChainLink.START);
    }

    Optional<AuditRow> find(long seq) {
        return jdbc.sql("select * from audit where seq = ?")
                .param(seq)
                .query(AuditStore::read)
                .optional();
    }

    /** The first {@code limit} rows after {@code seq} and up to {@code end}, in the order of the chain. */
    List<AuditRow> between(long seq, long end, int limit) {
        return jdbc.sql("select * from audit where seq > ? and seq <= ? order by seq limit ?")
                .param(seq)
                .param(end)
                .param(limit)
                .query(AuditStore::read)
                .list();
    }

    /** The last row of that verb. */
    Optional<AuditRow> lastOf(String verb) {
        return jdbc.sql("select * from audit where verb = ? order by seq desc limit 1")
                .param(verb)
                .query(AuditStore::read)
                .optional();
    }

    /** The last of those rows at the beginning of the chain that are all older than that. */
    Optional<ChainLink> lastBefore(Instant oldest) {
        return jdbc.sql("""
                        select seq, mac from audit
                        where seq < coalesce((select min(seq) from audit where at >= ?), 9223372036854775807)
                        order by seq desc limit 1
                        """).param(time(oldest)).query(AuditStore::link).optional();
    }

    /** Takes the beginning away, for whoever has put it elsewhere. */
    void deleteUpTo(long seq) {
        own.executeWithoutResult(transaction -> {
            connections.execute((ConnectionCallback<Boolean>) connection -> {
                try (Statement statement = connection.createStatement()) {
                    // The guard there lets pass only what says so (db/postgresql).
                    return "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName())
                            && statement.execute("select set_config('bulkhead.audit_cut', 'on', true)");
                }
            });
            jdbc.sql("delete from audit where seq <= ?").param(seq).update();
        });
    }

    /** The least number of a row. */
    Optional<Long> first() {
        return jdbc.sql("select min(seq) from audit").query(Long.class).optional();
    }

    /** The least number of a row after {@code seq}. */
    Optional<Long> firstAfter(long seq) {
        return jdbc.sql("select min(seq) from audit where seq > ?")
                .param(seq)
                .query(Long.class)
                .optional();
    }

    /** Returns when what was written is on the disk. PostgreSQL sees to that with each row; H2 hands it to the system and goes on. */
    void makeDurable() {
        connections.execute((ConnectionCallback<Boolean>) connection -> {
            try (Statement statement = connection.createStatement()) {
                return "H2".equals(connection.getMetaData().getDatabaseProductName())
                        && statement.execute("checkpoint sync");
            }
        });
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static ChainLink link(ResultSet row, int number) throws SQLException {
        return new ChainLink(row.getLong("seq"), row.getString("mac"));
    }

    static AuditRow read(ResultSet row, int number) throws SQLException {
        Origin origin = new Origin(
                text(row, "actor"),
                constant(Origin.Proof.class, row.getString("proof"), Origin.Proof.UNREADABLE),
                row.getString("sign_in"),
                row.getString("address"));
        return new AuditRow(
                row.getLong("seq"),
                new AuditEntry(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        origin,
                        text(row, "verb"),
                        new AuditTarget(text(row, "target"), text(row, "target_name")),
                        constant(AuditOutcome.class, row.getString("outcome"), AuditOutcome.UNREADABLE),
                        row.getObject("operation", UUID.class),
                        row.getString("detail")),
                text(row, "mac"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    /** Whoever can write the table can write anything; that must not keep the rest from being read. */
    private static <E extends Enum<E>> E constant(Class<E> type, @Nullable String name, E unreadable) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return unreadable;
    }
}
