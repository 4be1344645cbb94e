package dev.bulkhead.access.token;

import dev.bulkhead.access.Limit;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of tokens. Every call blocks for one statement. */
@Repository
class TokenStore {

    private final JdbcClient jdbc;

    TokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A token with what is kept of its secret. */
    record Row(ApiToken token, String hash) {}

    /** All of them. What cannot be understood, as of a version to come, is left out: nobody gets in by it. */
    List<Row> load() {
        return jdbc
                .sql(
                        "select api_token.*, users.name as owner_name from api_token join users on users.id = api_token.owner")
                .query(TokenStore::read)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    void insert(ApiToken token, String hash) {
        jdbc.sql("""
                        insert into api_token
                            (id, owner, name, hash, permissions, scope_level, scope, created_at, expires_at)
                        select :id, users.id, :name, :hash, :permissions, :level, :scope, :created, :expires
                        from users where users.name = :owner
                        """)
                .param("id", token.id())
                .param("owner", token.owner())
                .param("name", token.name())
                .param("hash", hash)
                .param("permissions", words(token.limit().permissions()))
                .param("level", token.limit().scope().level().name())
                .param("scope", token.limit().scope().id())
                .param("created", time(token.createdAt()))
                .param("expires", time(token.expiresAt()))
                .update();
    }

    void delete(String id) {
        jdbc.sql("delete from api_token where id = :id").param("id", id).update();
    }

    void used(String id, Instant moment) {
        jdbc.sql("update api_token set last_used_at = :moment where id = :id")
                .param("id", id)
                .param("moment", time(moment))
                .update();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** "*" for all there are and will be. */
    private static String words(Set<Permission> permissions) {
        return permissions.equals(Limit.NONE.permissions())
                ? "*"
                : permissions.stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    }

    private static Set<Permission> permissions(String words) {
        if (words.equals("*")) {
            return Limit.NONE.permissions();
        }
        List<String> named = Arrays.asList(words.split(" "));
        Set<Permission> permissions = EnumSet.allOf(Permission.class);
        permissions.removeIf(permission -> !named.contains(permission.name()));
        return permissions;
    }

    private static Optional<Row> read(ResultSet row, int number) throws SQLException {
        Optional<Scope> scope = Scope.parse(row.getString("scope_level"), row.getString("scope"));
        return scope.isEmpty()
                ? Optional.empty()
                : Optional.of(new Row(
                        new ApiToken(
                                row.getString("id"),
                                row.getString("owner_name"),
                                row.getString("name"),
                                new Limit(permissions(row.getString("permissions")), scope.get()),
                                instant(row.getObject("created_at", OffsetDateTime.class)),
                                instant(row.getObject("expires_at", OffsetDateTime.class)),
                                lastUsed(row)),
                        row.getString("hash")));
    }

    private static @Nullable Instant lastUsed(ResultSet row) throws SQLException {
        OffsetDateTime time = row.getObject("last_used_at", OffsetDateTime.class);
        return time == null ? null : instant(time);
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
