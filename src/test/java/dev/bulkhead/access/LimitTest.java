package dev.bulkhead.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.bulkhead.common.InstanceId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tokens never exceed their owners, nor their limits; and within both they lack nothing. In worlds made by dice, 100,000 questions. */
class LimitTest {

    private static final int WORLDS = 3_000;

    @Test
    void aTokenMayWhatItsOwnerMayWithinItsLimitAndNothingElse() {
        int held = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            RandomWorld world = new RandomWorld(seed);
            Rights owners = world.model().rights(world.pick(world.people).name());
            Limit limit = world.limit();
            Rights tokens = owners.limitedTo(limit);
            for (Permission permission : Permission.values()) {
                boolean anywhere = false;
                for (Scope scope : world.scopes()) {
                    boolean may = tokens.at(permission, scope);
                    anywhere |= may;
                    if (may != expected(world, owners, limit, permission, scope)) {
                        fail("seed %d: %s at %s by %s: %s".formatted(seed, permission, scope, limit, may));
                    }
                    held += may && permission != Permission.ENTER ? 1 : 0;
                }
                assertThat(tokens.anywhere(permission) || !anywhere).isTrue();
                assertThat(tokens.anywhere(permission) && !owners.anywhere(permission))
                        .isFalse();
            }
        }
        assertThat(held).as("worlds in which tokens may something").isGreaterThan(WORLDS);
    }

    /** Lists ask for projects and instances by name, and must not find more than single questions do. */
    @Test
    void whatATokenListsIsWhatItMayRead() {
        for (int seed = 0; seed < WORLDS; seed++) {
            RandomWorld world = new RandomWorld(seed);
            Rights tokens =
                    world.model().rights(world.pick(world.people).name()).limitedTo(world.limit());
            for (InstanceId instance : world.instances) {
                UUID project = world.projectOf.getOrDefault(instance, Project.DEFAULT);
                boolean listed = tokens.everywhere(Permission.INSTANCE_VIEW)
                        || tokens.projects(Permission.INSTANCE_VIEW).contains(project)
                        || tokens.instances(Permission.INSTANCE_VIEW).contains(instance);
                assertThat(tokens.at(Permission.INSTANCE_VIEW, instance)).isEqualTo(listed);
            }
        }
    }

    @Test
    void withoutALimitItIsTheOwnersRights() {
        Rights owners = new RandomWorld(1).model().rights("person-0");
        assertThat(owners.limitedTo(Limit.NONE)).isSameAs(owners);
    }

    /** Read aloud: the owner may it there, the limit names it, and the place lies within the limit's. */
    private static boolean expected(RandomWorld world, Rights owners, Limit limit, Permission permission, Scope asked) {
        if (permission == Permission.ENTER) {
            return owners.anywhere(Permission.ENTER);
        }
        Scope place = limit.scope();
        boolean within = place.equals(Scope.INSTALLATION)
                || place.equals(asked)
                || asked instanceof Scope.OnInstance on
                        && place.equals(
                                new Scope.InProject(world.projectOf.getOrDefault(on.instance(), Project.DEFAULT)));
        return within
                && limit.permissions().contains(permission)
                && owners.at(permission, asked)
                && (place.equals(Scope.INSTALLATION) || permission.appliesTo(place.level()));
    }
}
