package dev.bulkhead.access;

import dev.bulkhead.access.quota.InstanceSizes;
import dev.bulkhead.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database, empty but for its tables, and what stands on it. */
final class AccessTables {

    private final DataSource database = TestDatabase.fresh();
    final UserStore users;
    final AccessStore store;
    final OutsideStore outside;
    AccessRegistry registry;

    AccessTables() {
        users = new UserStore(JdbcClient.create(database));
        outside = new OutsideStore(JdbcClient.create(database));
        store = new AccessStore(JdbcClient.create(database));
        registry = open();
    }

    private AccessRegistry open() {
        return new AccessRegistry(store, new TransactionTemplate(new JdbcTransactionManager(database)), event -> {});
    }

    /** An account whose password nobody knows, with these roles, everywhere. */
    UUID person(String name, Role... roles) {
        User user = new User(UUID.randomUUID(), name, "no hash", true);
        registry.change(() -> {
            users.insert(user);
            for (Role role : roles) {
                store.insert(grant(Subject.user(user.id()), role.name(), Scope.INSTALLATION));
            }
        });
        return user.id();
    }

    /** Replaces all that is in it, the registry too. */
    void fill(RandomWorld world) {
        JdbcClient jdbc = JdbcClient.create(database);
        for (String table :
                new String[] {"access_grant", "project_instance", "group_member", "user_group", "users", "custom_role"
                }) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("delete from project where id <> :id")
                .param("id", Project.DEFAULT)
                .update();
        world.people.forEach(person -> users.insert(new User(person.id(), person.name(), "no hash", person.enabled())));
        world.groups.forEach(group -> {
            store.insertGroup(group.id(), group.name());
            store.setMembers(group.id(), group.members());
        });
        world.projects.stream()
                .filter(project -> !project.id().equals(Project.DEFAULT))
                .forEach(store::insertProject);
        world.projectOf.forEach(store::setProject);
        store.insertRole(RandomWorld.KEEPER);
        List<Grant> distinct = new ArrayList<>();
        world.grants.stream()
                .filter(grant -> distinct.stream()
                        .noneMatch(other -> other.subject().equals(grant.subject())
                                && other.role().equals(grant.role())
                                && other.scope().equals(grant.scope())))
                .forEach(distinct::add);
        distinct.forEach(store::insert);
        registry = open();
    }

    /** Where nothing is known of instances. */
    ProjectQuotas quotas() {
        return quotas(instance -> Optional.empty());
    }

    ProjectQuotas quotas(InstanceSizes sizes) {
        return new ProjectQuotas(
                registry, new StaticListableBeanFactory(Map.of("sizes", sizes)).getBeanProvider(InstanceSizes.class));
    }

    void give(Subject subject, Role role, Scope scope) {
        registry.change(() -> store.insert(grant(subject, role.name(), scope)));
    }

    static Grant grant(Subject subject, String role, Scope scope) {
        return new Grant(UUID.randomUUID(), subject, role, scope, "test", java.time.Instant.EPOCH);
    }
}
