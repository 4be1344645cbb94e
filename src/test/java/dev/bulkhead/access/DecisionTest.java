package dev.bulkhead.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.bulkhead.common.AssetId;
import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is decided, held against a reading of the rules that is as plain as can be: 140,000 questions. */
class DecisionTest {

    private static final int WORLDS = 10_000;

    @Test
    void decidesAsTheRulesRead() {
        for (int seed = 0; seed < WORLDS; seed++) {
            RandomWorld world = new RandomWorld(seed);
            AccessModel model = world.model();
            Person person = world.pick(world.people);
            Rights rights = model.rights(person.name());
            Scope scope = world.scope();
            for (Permission permission : Permission.values()) {
                if (rights.at(permission, scope) != Plainly.may(world, person, permission, scope)) {
                    fail("seed %d: %s %s at %s".formatted(seed, person, permission, scope));
                }
            }
        }
    }

    @Test
    void aGrantNeverTakesARightAway() {
        for (int seed = 0; seed < WORLDS / 5; seed++) {
            RandomWorld world = new RandomWorld(seed);
            AccessModel before = world.model();
            AccessModel after = world.modelWith(world.grant());
            for (Person person : world.people) {
                Rights had = before.rights(person.name());
                Rights has = after.rights(person.name());
                for (Scope scope : world.scopes()) {
                    for (Permission permission : Permission.values()) {
                        if (had.at(permission, scope) && !has.at(permission, scope)) {
                            fail("seed %d: %s lost %s at %s".formatted(seed, person, permission, scope));
                        }
                    }
                }
            }
        }
    }

    /** What a page lists by rights held for all, projects and instances is what may be read one by one. */
    @Test
    void whatIsListedIsWhatMayBeRead() {
        for (int seed = 0; seed < WORLDS / 5; seed++) {
            RandomWorld world = new RandomWorld(seed);
            Rights rights = world.model().rights(world.pick(world.people).name());
            for (InstanceId instance : world.instances) {
                UUID project = world.projectOf.getOrDefault(instance, Project.DEFAULT);
                boolean listed = rights.everywhere(Permission.INSTANCE_VIEW)
                        || rights.projects(Permission.INSTANCE_VIEW).contains(project)
                        || rights.instances(Permission.INSTANCE_VIEW).contains(instance);
                assertThat(rights.at(Permission.INSTANCE_VIEW, instance)).isEqualTo(listed);
                assertThat(!listed || rights.anywhere(Permission.INSTANCE_VIEW)).isTrue();
            }
        }
    }

    @Test
    void assetsAreSeenWithTheirHostOrWithAProjectThatHasThem() {
        for (int seed = 0; seed < WORLDS / 5; seed++) {
            RandomWorld world = new RandomWorld(seed);
            Person person = world.pick(world.people);
            Rights rights = world.model().rights(person.name());
            HostId lab = new HostId("lab");
            for (AssetId asset : world.assets) {
                boolean plainly = Plainly.may(world, person, Permission.HOST_VIEW, new Scope.OnHost(lab));
                for (Project project : world.projects) {
                    plainly |= world.sharedWith.get(asset).contains(project.id())
                            && Plainly.may(world, person, Permission.INSTANCE_VIEW, new Scope.InProject(project.id()));
                }
                assertThat(rights.sees(asset, lab))
                        .as("seed %d: %s", seed, asset)
                        .isEqualTo(plainly);
            }
        }
    }

    @Test
    void eachRoleHoldsTheOneBeforeAndHostLevelStandsApart() {
        List<Role> ladder = Role.BUILT_IN.subList(0, 5);
        for (int i = 1; i < ladder.size(); i++) {
            assertThat(ladder.get(i).permissions())
                    .containsAll(ladder.get(i - 1).permissions())
                    .hasSizeGreaterThan(ladder.get(i - 1).permissions().size());
        }
        assertThat(ladder).noneMatch(role -> role.permissions().contains(Permission.HOST_LEVEL));
        assertThat(Role.HOST_LEVEL.permissionsAt(Scope.Level.PROJECT)).isEmpty();
    }

    /** The rules, read aloud. */
    private static final class Plainly {

        static boolean may(RandomWorld world, Person person, Permission permission, Scope asked) {
            if (!person.enabled()) {
                return false;
            }
            if (permission == Permission.ENTER) {
                return true;
            }
            for (Grant grant : world.grants) {
                boolean reaches = grant.subject().equals(Subject.user(person.id()));
                for (Group group : world.groups) {
                    reaches |= grant.subject().equals(Subject.group(group.id()))
                            && group.members().contains(person.id());
                }
                boolean covers = grant.scope().equals(Scope.INSTALLATION)
                        || grant.scope().equals(asked)
                        || asked instanceof Scope.OnInstance on
                                && grant.scope()
                                        .equals(new Scope.InProject(
                                                world.projectOf.getOrDefault(on.instance(), Project.DEFAULT)));
                Role role = RandomWorld.ROLES.stream()
                        .filter(each -> each.name().equals(grant.role()))
                        .findFirst()
                        .orElseThrow();
                boolean meansSomething = permission.appliesTo(grant.scope().level());
                if (reaches && covers && meansSomething && role.permissions().contains(permission)) {
                    return true;
                }
            }
            return false;
        }
    }
}
