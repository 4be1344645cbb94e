package dev.bulkhead.operation.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds rows of the record. Every method may throw {@link org.springframework.dao.DataAccessException}. */
@Repository
class AuditSearch {

    private static final int MOST_WORDS = 200;

    private final JdbcClient jdbc;

    AuditSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
            filter.and("at >= :from", "from", AuditStore.time(query.from()));
        }
        if (query.until() != null) {
            filter.and("at < :until", "until", AuditStore.time(query.until()));
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
