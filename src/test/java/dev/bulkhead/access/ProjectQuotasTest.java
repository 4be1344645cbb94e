package dev.bulkhead.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.access.AccessRefusedException.Reason;
import dev.bulkhead.access.LeaseTerms.End;
import dev.bulkhead.access.quota.Amounts;
import dev.bulkhead.access.quota.Measure;
import dev.bulkhead.access.quota.Quota;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Nothing brings more into a project than it may hold: not one by one, not together, not two people at once. */
class ProjectQuotasTest {

    private static final InstanceId ONE = instance("one");
    private static final InstanceId TWO = instance("two");
    private static final InstanceId THREE = instance("three");
    private static final InstanceId OPEN = instance("open");

    private final AccessTables tables = new AccessTables();
    private final AccessService access = new AccessService(tables.registry, event -> {});
    private final AccessChecks checks = new AccessChecks(tables.registry, access);
    private final ProjectQuotas quotas = tables.quotas(ProjectQuotasTest::size);
    private final ProjectService projects = new ProjectService(tables.registry, tables.store, checks, access, quotas);
    private final QuotaService limits = new QuotaService(tables.registry, tables.store, checks, access, quotas);
    private UUID lab = Project.DEFAULT;

    private static InstanceId instance(String name) {
        return new InstanceId(new EngineId("atlas-docker"), name);
    }

    /** A CPU each. */
    private static Optional<Amounts> size(InstanceId instance) {
        return Optional.of(new Amounts(
                Map.of(Measure.INSTANCES, 1L, Measure.CPUS, 1_000L),
                instance.equals(OPEN) ? Set.of(Measure.CPUS) : Set.of()));
    }

    @BeforeEach
    void aProjectForTwo() {
        tables.person("ada", Role.ADMINISTRATOR);
        as("ada");
        lab = projects.add("lab").id();
        limits.set(lab, new Quota(Map.of(Measure.CPUS, 2_000L)), null);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private static void as(String name) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(name, "", "ROLE_USER"));
    }

    @Test
    void whatIsTooMuchTogetherIsLeftOutTogether() {
        assertThatThrownBy(() -> projects.put(List.of(ONE, TWO, THREE), lab))
                .isInstanceOfSatisfying(
                        AccessRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.FULL))
                .hasMessageContaining("CPUs: 0 + 3 of 2");
        assertThat(inLab()).isEmpty();

        projects.put(List.of(ONE, TWO), lab);
        assertThat(inLab()).containsExactlyInAnyOrder(ONE, TWO);
        assertThat(limits.held(lab).orElseThrow().of(Measure.CPUS)).isEqualTo(2_000);
    }

    @Test
    void whatIsInItAlreadyIsNotCountedTwice() {
        projects.put(List.of(ONE, TWO), lab);
        projects.put(List.of(ONE, TWO), lab);
        assertThatThrownBy(() -> projects.put(List.of(TWO, THREE), lab)).hasMessageContaining("CPUs: 2 + 1 of 2");
    }

    @Test
    void whatLeavesMakesRoomForWhatComesWithTheSameChange() {
        projects.put(List.of(ONE, TWO), lab);
        projects.change(lab, "lab", Set.of(THREE), Set.of(ONE));
        assertThat(inLab()).containsExactlyInAnyOrder(TWO, THREE);
    }

    @Test
    void whatHasNoLimitOfItsOwnStaysOutside() {
        assertThatThrownBy(() -> projects.put(List.of(OPEN), lab)).hasMessageContaining("has no limit of its own");
    }

    @Test
    void aLoweredLimitPutsNothingOut() {
        projects.put(List.of(ONE, TWO), lab);
        limits.set(lab, new Quota(Map.of(Measure.CPUS, 1_000L)), null);
        assertThat(inLab()).hasSize(2);
        assertThatThrownBy(() -> projects.put(List.of(THREE), lab)).hasMessageContaining("CPUs: 2 + 1 of 1");
        assertThat(limits.check(lab, Amounts.NOTHING)).isEmpty();
        assertThat(limits.check(lab, size(ONE).orElseThrow())).hasSize(1);
    }

    @Test
    void ofTwoWhoTakeTheLastPlaceOneWins() throws Exception {
        tables.person("bo", Role.ADMINISTRATOR);
        projects.put(List.of(ONE), lab);
        for (int round = 0; round < 20; round++) {
            CyclicBarrier together = new CyclicBarrier(2);
            int won = 0;
            try (ExecutorService two = Executors.newFixedThreadPool(2)) {
                List<Future<Boolean>> attempts = new ArrayList<>();
                attempts.add(two.submit(attempt("ada", TWO, together)));
                attempts.add(two.submit(attempt("bo", THREE, together)));
                for (Future<Boolean> attempt : attempts) {
                    won += attempt.get() ? 1 : 0;
                }
            }
            assertThat(won).isEqualTo(1);
            assertThat(inLab()).hasSize(2).contains(ONE);
            projects.put(List.of(TWO, THREE), Project.DEFAULT);
        }
    }

    private Callable<Boolean> attempt(String name, InstanceId instance, CyclicBarrier together) {
        return () -> {
            as(name);
            together.await();
            try {
                projects.put(List.of(instance), lab);
                return true;
            } catch (AccessRefusedException full) {
                assertThat(full.reason()).isEqualTo(Reason.FULL);
                return false;
            }
        };
    }

    @Test
    void limitsAreForWhoeverAdministersTheInstallationToSet() {
        UUID manager = tables.person("pm");
        tables.give(Subject.user(manager), Role.ADMINISTRATOR, new Scope.InProject(lab));
        as("pm");
        assertThatThrownBy(() -> limits.set(lab, Quota.NONE, null)).hasMessage("You may not give rights there");
        assertThat(limits.held(lab)).isPresent();
        assertThat(limits.held(Project.DEFAULT)).isEmpty();
        assertThatThrownBy(() -> limits.check(Project.DEFAULT, Amounts.NOTHING)).hasMessage("There is no such project");
        as("ada");
        assertThatThrownBy(() -> limits.set(Project.DEFAULT, Quota.NONE, null)).hasMessageContaining("has no limits");
    }

    @Test
    void limitsOutliveARestart() {
        Quota quota = new Quota(Map.of(Measure.MEMORY, 7L, Measure.INSTANCES, 0L));
        LeaseTerms lease = new LeaseTerms(Duration.ofDays(3), End.DELETE, Duration.ofHours(5));
        limits.set(lab, quota, lease);
        assertThat(tables.store.load().project(lab)).contains(new Project(lab, "lab", quota, lease));
        limits.set(lab, Quota.NONE, null);
        assertThat(tables.store.load().project(lab)).contains(new Project(lab, "lab"));
        projects.delete(lab);
        assertThat(tables.store.load().project(lab)).isEmpty();
    }

    private Set<InstanceId> inLab() {
        return projects.contents(Set.of(ONE, TWO, THREE, OPEN)).getOrDefault(lab, Set.of());
    }
}
