package dev.bulkhead.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a change of grants would do is told for each person whom it reaches, and nothing is told that stays as it is. */
class AccessDifferenceTest {

    private static final Person ADA = person("ada", true);
    private static final Person BO = person("bo", true);
    private static final Person GONE = person("gone", false);
    private static final Group STUDENTS =
            new Group(UUID.randomUUID(), "students", Set.of(ADA.id(), BO.id(), GONE.id()));
    private static final Project LAB = new Project(UUID.randomUUID(), "lab");
    private static final Scope IN_LAB = new Scope.InProject(LAB.id());

    private static Person person(String name, boolean enabled) {
        return new Person(UUID.randomUUID(), name, enabled);
    }

    private static Grant grant(Subject subject, Role role, Scope scope) {
        return AccessTables.grant(subject, role.name(), scope);
    }

    private static AccessModel model(Grant... grants) {
        return new AccessModel(
                List.of(ADA, BO, GONE), List.of(STUDENTS), List.of(LAB), Contents.NONE, List.of(), List.of(grants));
    }

    private static GrantChange give(Subject subject, Role role, Scope... scopes) {
        return new GrantChange.Give(Set.of(subject), role.name(), Set.of(scopes));
    }

    @Test
    void aGroupsMembersGainWhatTheyLackAndTheDisabledGainNothing() {
        AccessModel before = model(grant(Subject.user(ADA.id()), Role.VIEWER, IN_LAB));

        assertThat(AccessDifference.of(before, give(Subject.group(STUDENTS.id()), Role.OPERATOR, IN_LAB)))
                .containsExactly(
                        new AccessDifference(
                                ADA,
                                IN_LAB,
                                Set.of(
                                        Permission.INSTANCE_OPERATE,
                                        Permission.OPERATION_CANCEL,
                                        Permission.CONSOLE_VIEW),
                                Set.of()),
                        new AccessDifference(BO, IN_LAB, Role.OPERATOR.permissionsAt(Scope.Level.PROJECT), Set.of()));
    }

    @Test
    void whatIsHeldEverywhereIsNotGainedInAPlace() {
        AccessModel before = model(grant(Subject.user(ADA.id()), Role.MANAGER, Scope.INSTALLATION));

        assertThat(AccessDifference.of(before, give(Subject.user(ADA.id()), Role.USER, IN_LAB)))
                .isEmpty();
    }

    @Test
    void takingLosesOnlyWhatNoOtherGrantGives() {
        Grant direct = grant(Subject.user(BO.id()), Role.OPERATOR, IN_LAB);
        AccessModel before = model(direct, grant(Subject.group(STUDENTS.id()), Role.VIEWER, IN_LAB));

        assertThat(AccessDifference.of(before, new GrantChange.Take(Set.of(direct.id()))))
                .containsExactly(new AccessDifference(
                        BO,
                        IN_LAB,
                        Set.of(),
                        Set.of(Permission.INSTANCE_OPERATE, Permission.OPERATION_CANCEL, Permission.CONSOLE_VIEW)));
    }

    @Test
    void nothingIsChanged() {
        AccessModel before = model();

        AccessDifference.of(before, give(Subject.user(BO.id()), Role.USER, IN_LAB));

        assertThat(before.rights("bo").anywhere(Permission.INSTANCE_VIEW)).isFalse();
    }

    @Test
    void anExplanationNamesEveryGrantThatGivesTheSame() {
        Grant direct = grant(Subject.user(BO.id()), Role.OPERATOR, IN_LAB);
        Grant byGroup = grant(Subject.group(STUDENTS.id()), Role.VIEWER, IN_LAB);
        AccessModel model = model(direct, byGroup);

        List<Explanation> told = Explanation.byPlace(model, BO, model.grantsOf(BO.id()));

        assertThat(told)
                .extracting(Explanation::permissions)
                .containsExactly(
                        Set.of(Permission.INSTANCE_VIEW, Permission.OPERATION_VIEW),
                        Set.of(Permission.INSTANCE_OPERATE, Permission.CONSOLE_VIEW, Permission.OPERATION_CANCEL));
        assertThat(told.getFirst().because())
                .containsExactly(new Explanation.Because(direct, ""), new Explanation.Because(byGroup, "students"));
        assertThat(told.getLast().because()).containsExactly(new Explanation.Because(direct, ""));
    }
}
