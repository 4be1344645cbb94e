package dev.bulkhead.access;

import dev.bulkhead.access.quota.Quota;
import dev.bulkhead.common.AssetId;
import dev.bulkhead.common.InstanceId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Makes persons and gives them rights behind the services' back, as a test's beginning. */
public class TestAccess {

    private final AccessRegistry registry;
    private final AccessStore store;
    private final UserStore users;
    private final PasswordHashing passwords;

    public TestAccess(ApplicationContext application) {
        registry = application.getBean(AccessRegistry.class);
        store = application.getBean(AccessStore.class);
        users = application.getBean(UserStore.class);
        passwords = application.getBean(PasswordHashing.class);
    }

    /** Decides as for one who may everything, whoever is signed in. */
    public static AccessService allowing() {
        Rights all = new Rights(EnumSet.allOf(Permission.class), List.of(), name -> Role.VIEWER, Contents.NONE);
        return new AccessService(new AccessTables().registry, event -> {}) {
            @Override
            public Rights rights() {
                return all;
            }
        };
    }

    /** As when the user showed that it is them as long ago as no more counts. */
    public static void forgetConfirmation(SignInDetails details) {
        details.confirmed(Confirmation.VALID.plusSeconds(1));
    }

    /** Makes the account unless it is there, and leaves it with exactly these roles, everywhere. */
    public UUID person(String name, String password, Role... roles) {
        UUID id = registry.model().person(name).map(Person::id).orElseGet(() -> {
            User user = new User(UUID.randomUUID(), name, String.valueOf(passwords.encode(password)), true);
            registry.change(() -> users.insert(user));
            return user.id();
        });
        registry.change(() -> {
            store.deleteGrants(Subject.user(id));
            for (Role role : roles) {
                give(id, role, Scope.INSTALLATION);
            }
        });
        return id;
    }

    /** Gives one more. */
    public void grant(String name, Role role, Scope scope) {
        UUID id = registry.model().person(name).orElseThrow().id();
        registry.change(() -> give(id, role, scope));
    }

    /** The one of that name, made unless it is there, with these instances in it. */
    public Project project(String name, InstanceId... instances) {
        Project project = registry.model().projects().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseGet(() -> project(name));
        for (InstanceId instance : instances) {
            put(instance, project.id());
        }
        return project;
    }

    public Project project(String name) {
        Project project = new Project(UUID.randomUUID(), name);
        registry.change(() -> store.insertProject(project));
        return project;
    }

    public void limit(Project project, Quota quota, @Nullable LeaseTerms lease) {
        registry.change(() -> store.terms().set(project.id(), quota, lease));
    }

    public void put(InstanceId instance, UUID project) {
        registry.change(() -> store.setProject(instance, project));
    }

    public void give(Project project, AssetId asset) {
        Share share = new Share(project.id(), asset);
        registry.change(() -> {
            store.shares().delete(share);
            store.shares().insert(share);
        });
    }

    public void take(Project project, AssetId asset) {
        registry.change(() -> store.shares().delete(new Share(project.id(), asset)));
    }

    public void setEnabled(String name, boolean enabled) {
        UUID id = registry.model().person(name).orElseThrow().id();
        registry.change(() -> users.setEnabled(id, enabled));
    }

    private void give(UUID person, Role role, Scope scope) {
        store.insert(new Grant(UUID.randomUUID(), Subject.user(person), role.name(), scope, "test", Instant.now()));
    }
}
