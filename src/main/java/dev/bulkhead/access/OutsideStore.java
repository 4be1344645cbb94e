package dev.bulkhead.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of who is who elsewhere, and in which groups because of it. Every call blocks for a statement or a few. */
@Repository
class OutsideStore {

    private final JdbcClient jdbc;

    OutsideStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UUID> find(String issuer, String subject) {
        return jdbc.sql("select user_id from external_identity where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(UUID.class)
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when they have an account already */
    void insert(String issuer, String subject, UUID user) {
        jdbc.sql("insert into external_identity (issuer, subject, user_id) values (:issuer, :subject, :user)")
                .param("issuer", issuer)
                .param("subject", subject)
                .param("user", user)
                .update();
    }

    /** Where accounts come from that were not made here. */
    Map<UUID, String> issuers() {
        record Known(UUID user, String issuer) {}
        return jdbc
                .sql("select user_id, issuer from external_identity")
                .query((row, number) -> new Known(row.getObject("user_id", UUID.class), row.getString("issuer")))
                .list()
                .stream()
                .collect(Collectors.toMap(Known::user, Known::issuer, (one, other) -> one));
    }

    List<UUID> groups(String issuer, UUID user) {
        return jdbc.sql("select group_id from external_member where issuer = :issuer and user_id = :user")
                .param("issuer", issuer)
                .param("user", user)
                .query((row, number) -> row.getObject("group_id", UUID.class))
                .list();
    }

    void setGroups(String issuer, UUID user, Set<UUID> groups) {
        jdbc.sql("delete from external_member where issuer = :issuer and user_id = :user")
                .param("issuer", issuer)
                .param("user", user)
                .update();
        groups.forEach(group -> jdbc.sql(
                        "insert into external_member (issuer, group_id, user_id) values (:issuer, :group, :user)")
                .param("issuer", issuer)
                .param("group", group)
                .param("user", user)
                .update());
    }
}
