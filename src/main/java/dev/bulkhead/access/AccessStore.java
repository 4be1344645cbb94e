package dev.bulkhead.access;

import dev.bulkhead.common.InstanceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of who may do what. Every call blocks for a statement or a few. */
@Repository
class AccessStore {

    private final JdbcClient jdbc;
    private final ProjectTerms terms;
    private final ProjectShares shares;

    AccessStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.terms = new ProjectTerms(jdbc);
        this.shares = new ProjectShares(jdbc);
    }

    /** All of them. What cannot be understood, as of a version to come, is left out: it gives nobody a right. */
    AccessModel load() {
        List<Person> people = jdbc.sql("select id, name, enabled from users")
                .query((row, number) -> new Person(id(row, "id"), row.getString("name"), row.getBoolean("enabled")))
                .list();
        Map<UUID, Set<UUID>> members = new HashMap<>();
        jdbc.sql("select group_id, user_id from group_member union select group_id, user_id from external_member")
                .query(row -> {
                    members.computeIfAbsent(id(row, "group_id"), group -> new HashSet<>())
                            .add(id(row, "user_id"));
                });
        List<Group> groups = jdbc.sql("select id, name from user_group")
                .query((row, number) ->
                        new Group(id(row, "id"), row.getString("name"), members.getOrDefault(id(row, "id"), Set.of())))
                .list();
        Map<InstanceId, UUID> projectOf = new HashMap<>();
        jdbc.sql("select instance, project_id from project_instance").query(row -> {
            UUID project = id(row, "project_id");
            InstanceId.parse(row.getString("instance")).ifPresent(instance -> projectOf.put(instance, project));
        });
        List<Role> roles = jdbc.sql("select name, permissions from custom_role")
                .query((row, number) ->
                        new Role(row.getString("name"), permissions(row.getString("permissions")), false))
                .list();
        List<Grant> grants = jdbc.sql("select * from access_grant").query(AccessStore::grant).list().stream()
                .flatMap(Optional::stream)
                .toList();
        return new AccessModel(people, groups, terms.load(), new Contents(projectOf, shares.load()), roles, grants);
    }

    ProjectTerms terms() {
        return terms;
    }

    ProjectShares shares() {
        return shares;
    }

    void insert(Grant grant) {
        jdbc.sql("""
                        insert into access_grant
                            (id, subject_kind, subject, role, scope_level, scope, given_by, given_at)
                        values (:id, :kind, :subject, :role, :level, :scope, :by, :at)
                        """)
                .param("id", grant.id())
                .param("kind", grant.subject().kind().name())
                .param("subject", grant.subject().id())
                .param("role", grant.role())
                .param("level", grant.scope().level().name())
                .param("scope", grant.scope().id())
                .param("by", grant.givenBy())
                .param("at", grant.givenAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void deleteGrant(UUID id) {
        jdbc.sql("delete from access_grant where id = :id").param("id", id).update();
    }

    void deleteGrants(Subject subject) {
        jdbc.sql("delete from access_grant where subject_kind = :kind and subject = :subject")
                .param("kind", subject.kind().name())
                .param("subject", subject.id())
                .update();
    }

    void deleteGrants(Scope scope) {
        jdbc.sql("delete from access_grant where scope_level = :level and scope = :scope")
                .param("level", scope.level().name())
                .param("scope", scope.id())
                .update();
    }

    void insertGroup(UUID id, String name) {
        jdbc.sql("insert into user_group (id, name) values (:id, :name)")
                .param("id", id)
                .param("name", name)
                .update();
    }

    void deleteGroup(UUID id) {
        jdbc.sql("delete from user_group where id = :id").param("id", id).update();
    }

    /** Beside those who are in it because of what they are in elsewhere, who stay. */
    void setMembers(UUID group, Set<UUID> members) {
        Set<UUID> before = members(group, "group_member");
        before.stream()
                .filter(member -> !members.contains(member))
                .forEach(member -> jdbc.sql("delete from group_member where group_id = :group and user_id = :member")
                        .param("group", group)
                        .param("member", member)
                        .update());
        Set<UUID> there = members(group, "external_member");
        members.stream()
                .filter(member -> !before.contains(member) && !there.contains(member))
                .forEach(member -> jdbc.sql("insert into group_member (group_id, user_id) values (:group, :member)")
                        .param("group", group)
                        .param("member", member)
                        .update());
    }

    private Set<UUID> members(UUID group, String table) {
        return new HashSet<>(jdbc.sql("select user_id from " + table + " where group_id = :group")
                .param("group", group)
                .query((row, number) -> id(row, "user_id"))
                .list());
    }

    void insertProject(Project project) {
        jdbc.sql("insert into project (id, name) values (:id, :name)")
                .param("id", project.id())
                .param("name", project.name())
                .update();
    }

    void renameProject(UUID id, String name) {
        jdbc.sql("update project set name = :name where id = :id")
                .param("name", name)
                .param("id", id)
                .update();
    }

    /** What was in it is in the default project then; what it was given it has no more. */
    void deleteProject(UUID id) {
        shares.deleteAll(id);
        jdbc.sql("delete from project_instance where project_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from project where id = :id").param("id", id).update();
    }

    void setProject(InstanceId instance, UUID project) {
        jdbc.sql("delete from project_instance where instance = :instance")
                .param("instance", instance.toString())
                .update();
        if (!project.equals(Project.DEFAULT)) {
            jdbc.sql("insert into project_instance (instance, project_id) values (:instance, :project)")
                    .param("instance", instance.toString())
                    .param("project", project)
                    .update();
        }
    }

    void insertRole(Role role) {
        jdbc.sql("insert into custom_role (name, permissions) values (:name, :permissions)")
                .param("name", role.name())
                .param(
                        "permissions",
                        role.permissions().stream().map(Enum::name).collect(Collectors.joining(" ")))
                .update();
    }

    void deleteRole(String name) {
        jdbc.sql("delete from custom_role where name = :name")
                .param("name", name)
                .update();
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Set<Permission> permissions(String words) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        Arrays.stream(Permission.values())
                .filter(permission -> Arrays.asList(words.split(" ")).contains(permission.name()))
                .forEach(permissions::add);
        return permissions;
    }

    private static Optional<Grant> grant(ResultSet row, int number) throws SQLException {
        Optional<Scope> scope = Scope.parse(row.getString("scope_level"), row.getString("scope"));
        return scope.isEmpty()
                ? Optional.empty()
                : Optional.of(new Grant(
                        id(row, "id"),
                        new Subject(Subject.Kind.valueOf(row.getString("subject_kind")), id(row, "subject")),
                        row.getString("role"),
                        scope.get(),
                        row.getString("given_by"),
                        row.getObject("given_at", OffsetDateTime.class).toInstant()));
    }
}
