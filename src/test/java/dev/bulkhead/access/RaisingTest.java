package dev.bulkhead.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whatever somebody tries by the services, in any world: nobody ends up with more than they or whoever acted had there before. */
class RaisingTest {

    private static final int WORLDS = 150;
    private static final int ATTEMPTS = 25;

    private final AccessTables tables = new AccessTables();

    /** What one world's people can turn to. */
    private record Services(
            AccessRegistry registry,
            GrantService grants,
            GroupService groups,
            ProjectService projects,
            PeopleService people) {

        static Services over(AccessTables tables) {
            AccessService access = new AccessService(tables.registry, event -> {});
            AccessChecks checks = new AccessChecks(tables.registry, access);
            Confirmation confirmation = new Confirmation() {
                @Override
                public boolean stands() {
                    return true;
                }
            };
            Guesses guesses = new Guesses() {
                @Override
                public void require(String name) {}

                @Override
                public void wrong(String name, String what) {}
            };
            return new Services(
                    tables.registry,
                    new GrantService(tables.registry, tables.store, checks, access, confirmation),
                    new GroupService(tables.registry, tables.store, checks, confirmation),
                    new ProjectService(tables.registry, tables.store, checks, access, tables.quotas()),
                    new PeopleService(
                            tables.registry,
                            tables.users,
                            tables.outside,
                            new PasswordHashing(),
                            checks,
                            confirmation,
                            guesses,
                            event -> {}));
        }
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void nobodyRaisesAnybodyAboveThemselves() {
        int succeeded = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            RandomWorld world = new RandomWorld(seed);
            tables.fill(world);
            Services services = Services.over(tables);
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Person actor = world.pick(world.people);
                Limit limit = signIn(actor, world);
                AccessModel before = tables.registry.model();
                if (attempt(services, world)) {
                    succeeded++;
                    assertNobodyRose(world, actor, limit, before, tables.registry.model());
                }
            }
        }
        assertThat(succeeded).isGreaterThan(WORLDS);
    }

    /** Every other time by a token that may a part of it only. */
    private static Limit signIn(Person actor, RandomWorld world) {
        Limit limit = world.number(2) == 0 ? Limit.NONE : world.limit();
        SecurityContextHolder.getContext()
                .setAuthentication(
                        limit.equals(Limit.NONE)
                                ? new TestingAuthenticationToken(actor.name(), "", "ROLE_USER")
                                : new TokenAuthentication(actor.name(), "0123456789", () -> Optional.of(limit)));
        return limit;
    }

    private static boolean attempt(Services services, RandomWorld world) {
        AccessModel model = services.registry.model();
        try {
            switch (world.number(8)) {
                case 0, 1 -> {
                    Grant wish = world.grant();
                    services.grants.give(wish.subject(), wish.role(), wish.scope());
                }
                case 2 ->
                    any(new ArrayList<>(model.grants()), world).ifPresent(grant -> services.grants.take(grant.id()));
                case 3 ->
                    services.groups.setMembers(
                            world.pick(world.groups).id(),
                            new HashSet<>(List.of(world.pick(world.people).id())));
                case 4 ->
                    services.projects.put(
                            List.of(world.pick(world.instances)),
                            world.pick(world.projects).id());
                case 5 -> services.people.setEnabled(world.pick(world.people).id(), world.number(2) == 0);
                case 6 -> services.projects.delete(world.pick(world.projects).id());
                default -> services.grants.addRole("role-" + world.number(1_000_000), Set.of(Permission.ACCESS_MANAGE));
            }
            return true;
        } catch (AccessRefusedException refused) {
            return false;
        }
    }

    private static void assertNobodyRose(
            RandomWorld world, Person actor, Limit limit, AccessModel before, AccessModel after) {
        Rights actors = before.rights(actor.name()).limitedTo(limit);
        for (Person person : world.people) {
            for (Scope scope : world.scopes()) {
                for (Permission permission : Permission.values()) {
                    boolean gained = after.rights(person.name()).at(permission, scope)
                            && !before.rights(person.name()).at(permission, scope);
                    boolean hers = actors.at(permission, scope)
                            || permission == Permission.ENTER
                            || !before.person(person.id()).orElseThrow().enabled();
                    assertThat(!gained || hers)
                            .as("%s gave %s %s at %s", actor, person, permission, scope)
                            .isTrue();
                }
            }
        }
    }

    private static <T> Optional<T> any(List<T> of, RandomWorld world) {
        return of.isEmpty() ? Optional.empty() : Optional.of(world.pick(of));
    }
}
