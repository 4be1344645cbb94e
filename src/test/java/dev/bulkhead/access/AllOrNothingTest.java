package dev.bulkhead.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.testing.OnEachDatabase;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** What is asked for together is done together, or not at all. */
@OnEachDatabase
class AllOrNothingTest {

    private static final InstanceId WEB = new InstanceId(new EngineId("atlas-docker"), "web");

    private final AccessTables tables = new AccessTables();
    private final AccessService access = new AccessService(tables.registry, event -> {});
    private final AccessChecks checks = new AccessChecks(tables.registry, access);
    private final GrantService grants =
            new GrantService(tables.registry, tables.store, checks, access, new Confirmation());
    private final ProjectService projects =
            new ProjectService(tables.registry, tables.store, checks, access, tables.quotas());
    private Project lab = new Project(Project.DEFAULT, "default");

    @BeforeEach
    void anAdministratorAndAProject() {
        tables.person("ada", Role.ADMINISTRATOR);
        as("ada");
        lab = projects.add("lab");
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private static void as(String name) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(name, "", "ROLE_USER"));
    }

    private static Scope in(Project project) {
        return new Scope.InProject(project.id());
    }

    @Test
    void aRoleIsGivenAtEveryPlaceOrAtNone() {
        Subject bo = Subject.user(tables.person("bo"));
        UUID manager = tables.person("pm");
        tables.give(Subject.user(manager), Role.ADMINISTRATOR, in(lab));
        as("pm");

        assertThatThrownBy(() ->
                        grants.giveEach(List.of(bo), "viewer", List.of(in(lab), in(new Project(Project.DEFAULT, "")))))
                .isInstanceOf(AccessRefusedException.class)
                .hasMessage("You may not give rights there");
        assertThat(access.rights(new Actor("bo")).anywhere(Permission.INSTANCE_VIEW))
                .isFalse();

        assertThat(grants.giveEach(List.of(bo, Subject.user(manager)), "viewer", List.of(in(lab))))
                .hasSize(2);
        assertThat(access.rights(new Actor("bo")).at(Permission.INSTANCE_VIEW, in(lab)))
                .isTrue();
    }

    @Test
    void aProjectIsMadeOfInstancesOrNotAtAll() {
        tables.give(Subject.user(tables.person("pm")), Role.ADMINISTRATOR, in(lab));
        as("pm");
        assertThatThrownBy(() -> projects.add("mine", Set.of(WEB))).isInstanceOf(AccessRefusedException.class);

        as("ada");
        assertThatThrownBy(() -> projects.add("lab", Set.of(WEB)))
                .isInstanceOf(AccessRefusedException.class)
                .hasMessageContaining("choose another name");
        assertThat(projects.contents(Set.of(WEB))).containsOnlyKeys(Project.DEFAULT);

        Project other = projects.add("other", Set.of(WEB));
        assertThat(projects.contents(Set.of(WEB))).containsOnlyKeys(other.id());
    }

    @Test
    void aProjectIsRenamedAndFilledTogetherOrNotAtAll() {
        projects.add("taken");

        assertThatThrownBy(() -> projects.change(lab.id(), "taken", Set.of(WEB), Set.of()))
                .isInstanceOf(AccessRefusedException.class);
        assertThat(projects.contents(Set.of(WEB))).containsOnlyKeys(Project.DEFAULT);

        projects.change(lab.id(), "workshop", Set.of(WEB), Set.of());
        assertThat(projects.list())
                .extracting(Project::name)
                .contains("workshop")
                .doesNotContain("lab");
        assertThat(projects.contents(Set.of(WEB))).containsOnlyKeys(lab.id());

        projects.change(lab.id(), "workshop", Set.of(), Set.of(WEB));
        assertThat(projects.contents(Set.of(WEB))).containsOnlyKeys(Project.DEFAULT);
    }
}
