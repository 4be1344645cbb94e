package dev.bulkhead.operation.audit;

import dev.bulkhead.access.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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

    private static final int MOST_WORDS = 200;

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
                .query((row, number) -> new ChainLink(row.getLong("seq"), row.getString("mac")))
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

    /** At most {@code limit} matching rows before {@code seq}, the newest first. */
    List<AuditRow> before(AuditQuery query, long seq, int limit) {
        return filtered("select *", query, " and seq < :before order by seq desc limit :limit")
                .param("before", seq)
                .param("limit", limit)
                .query(AuditStore::read)
                .list();
    }

    List<AuditRow> list(AuditQuery query, int offset, int limit) {
        return filtered("select *", query, " order by seq desc limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query(AuditStore::read)
                .list();
    }

    int count(AuditQuery query) {
        return filtered("select count(*)", query, "").query(Integer.class).single();
    }

    private JdbcClient.StatementSpec filtered(String select, AuditQuery query, String end) {
        Filter filter = new Filter();
        if (!query.actors().isEmpty()) {
            filter.and("actor in (:actors)", "actors", query.actors());
        }
        if (!query.verbs().isEmpty()) {
            filter.and("verb in (:verbs)", "verbs", query.verbs());
        }
        if (!query.outcomes().isEmpty()) {
            filter.and(
                    "outcome in (:outcomes)",
                    "outcomes",
                    query.outcomes().stream().map(Enum::name).collect(Collectors.toSet()));
        }
        if (query.from() != null) {
            filter.and("at >= :from", "from", time(query.from()));
        }
        if (query.until() != null) {
            filter.and("at < :until", "until", time(query.until()));
        }
        if (!query.target().isBlank()) {
            filter.and("(target = :target or position(:name in lower(target_name)) > 0)", "target", query.target());
            filter.put("name", query.target().toLowerCase(Locale.ROOT));
        }
        return jdbc.sql(select + " from audit where 1 = 1" + filter.conditions + end)
                .params(filter.values);
    }

    /** All actors on record, in order, the first 200; by an index, whatever the number of rows. */
    List<String> actors() {
        return words("actor");
    }

    /** All verbs on record. */
    List<String> verbs() {
        return words("verb");
    }

    private List<String> words(String column) {
        List<String> words = new ArrayList<>();
        String sql = "select min(" + column + ") from audit where " + column + " > ?";
        Optional<String> next = jdbc.sql(sql).param("").query(String.class).optional();
        while (next.isPresent() && words.size() < MOST_WORDS) {
            words.add(next.get());
            next = jdbc.sql(sql).param(next.get()).query(String.class).optional();
        }
        return words;
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

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static AuditRow read(ResultSet row, int number) throws SQLException {
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

    private static final class Filter {

        private final StringBuilder conditions = new StringBuilder();
        private final Map<String, Object> values = new HashMap<>();

        void and(String condition, String name, Object value) {
            conditions.append(" and ").append(condition);
            values.put(name, value);
        }

        void put(String name, Object value) {
            values.put(name, value);
        }
    }
}
