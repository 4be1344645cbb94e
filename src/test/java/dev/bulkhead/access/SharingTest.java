package dev.bulkhead.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.access.AccessRefusedException.Reason;
import dev.bulkhead.common.AssetId;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.HostId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Case C22, as far as there is anything to do with pools, networks and images: who has them, and who only wishes to. */
class SharingTest {

    private static final HostId LAB = new HostId("lab");
    private static final AssetId BRIDGE = new AssetId(new EngineId("lab-docker"), AssetId.Kind.NETWORK, "students");
    private static final AssetId IMAGE = new AssetId(new EngineId("lab-docker"), AssetId.Kind.IMAGE, "debian:12");

    private final AccessTables tables = new AccessTables();
    private final Set<AssetId> listed = new HashSet<>(Set.of(BRIDGE, IMAGE));
    private final AccessService access = new AccessService(tables.registry, event -> {});
    private final AccessChecks checks = new AccessChecks(tables.registry, access);
    private final ProjectService projects =
            new ProjectService(tables.registry, tables.store, checks, access, tables.quotas());
    private final SharingService sharing =
            new SharingService(tables.registry, tables.store, checks, access, new AssetDirectory() {
                @Override
                public Optional<HostId> host(EngineId engine) {
                    return engine.equals(BRIDGE.engine()) ? Optional.of(LAB) : Optional.empty();
                }

                @Override
                public boolean isListed(AssetId asset) {
                    return listed.contains(asset);
                }
            });
    private UUID course;
    private UUID other;

    @BeforeEach
    void twoProjectsWithAViewerEach() {
        tables.person("ada", Role.ADMINISTRATOR);
        signIn("ada");
        course = projects.add("course").id();
        other = projects.add("other").id();
        tables.give(Subject.user(tables.person("bo")), Role.VIEWER, new Scope.InProject(course));
        tables.give(Subject.user(tables.person("cy")), Role.VIEWER, new Scope.InProject(other));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whatAProjectWasGivenIsSeenByItsViewersAndByNobodyElse() {
        assertThat(sees("bo", BRIDGE)).isFalse();

        give(course, BRIDGE);

        assertThat(sees("bo", BRIDGE)).isTrue();
        assertThat(sees("bo", IMAGE)).isFalse();
        assertThat(sees("cy", BRIDGE)).as("of another project").isFalse();
        assertThat(projects.having(BRIDGE)).extracting(Project::name).containsExactly("course");
        assertThat(projects.assets(course)).containsExactly(BRIDGE);
        signIn("cy");
        assertThat(projects.having(BRIDGE)).as("a project that cy does not see").isEmpty();
        assertThat(projects.assets(course)).isEmpty();
    }

    @Test
    void manyProjectsHaveTheSameAndEachLosesItForItself() {
        give(course, BRIDGE);
        give(other, BRIDGE);
        sharing.change(List.of(new Share(other, BRIDGE), new Share(other, BRIDGE)), List.of());

        sharing.change(List.of(), List.of(new Share(course, BRIDGE), new Share(course, IMAGE)));

        assertThat(sees("bo", BRIDGE)).isFalse();
        assertThat(sees("cy", BRIDGE)).isTrue();
    }

    @Test
    void whoManagesOnlyTheProjectOrOnlyTheHostGivesNothing() {
        tables.give(Subject.user(tables.person("dee")), Role.ADMINISTRATOR, new Scope.InProject(course));
        tables.give(Subject.user(tables.person("eli")), Role.ADMINISTRATOR, new Scope.OnHost(LAB));

        signIn("dee");
        assertRefused(Reason.NOT_FOUND, () -> give(course, BRIDGE));
        signIn("eli");
        assertRefused(Reason.DENIED, () -> give(course, BRIDGE));
        tables.give(Subject.user(tables.person("fay")), Role.VIEWER, new Scope.OnHost(LAB));
        tables.give(
                Subject.user(tables.registry.model().person("fay").orElseThrow().id()),
                Role.ADMINISTRATOR,
                new Scope.InProject(course));
        signIn("fay");
        assertRefused(Reason.DENIED, () -> give(course, BRIDGE));
        assertThat(sees("bo", BRIDGE)).isFalse();
    }

    @Test
    void whoManagesBothGivesAndTakes() {
        UUID gil = tables.person("gil");
        tables.give(Subject.user(gil), Role.ADMINISTRATOR, new Scope.InProject(course));
        tables.give(Subject.user(gil), Role.ADMINISTRATOR, new Scope.OnHost(LAB));
        signIn("gil");

        give(course, BRIDGE);
        assertThat(sees("bo", BRIDGE)).isTrue();
        assertRefused(Reason.DENIED, () -> give(other, BRIDGE));
        sharing.change(List.of(), List.of(new Share(course, BRIDGE)));
        assertThat(sees("bo", BRIDGE)).isFalse();
    }

    @Test
    void allOfAChangeIsDoneOrNothing() {
        AssetId unknown = new AssetId(BRIDGE.engine(), AssetId.Kind.NETWORK, "no-such");

        assertRefused(
                Reason.NOT_FOUND,
                () -> sharing.change(List.of(new Share(course, BRIDGE), new Share(course, unknown)), List.of()));
        assertRefused(
                Reason.NOT_FOUND,
                () -> sharing.change(
                        List.of(new Share(course, BRIDGE), new Share(UUID.randomUUID(), IMAGE)), List.of()));

        assertThat(sees("bo", BRIDGE)).isFalse();
    }

    @Test
    void whatIsGoneCanBeTakenBackAndWhatIsMadeAnewIsGivenStill() {
        give(course, BRIDGE);
        listed.clear();

        assertThat(projects.assets(course)).as("it may come again").containsExactly(BRIDGE);
        sharing.change(List.of(), List.of(new Share(course, BRIDGE)));

        assertThat(projects.assets(course)).isEmpty();
    }

    @Test
    void aProjectThatIsDeletedHasNothing() {
        give(course, BRIDGE);

        projects.delete(course);

        assertThat(projects.having(BRIDGE)).isEmpty();
        assertThat(tables.store.shares().load()).isEmpty();
    }

    @Test
    void namesOfManyFormsComeBackAsTheyWere() {
        for (String name : List.of("a.b.c", "registry:5000/x/y:tag", "<b>&'\"", "日本", "x".repeat(400))) {
            AssetId odd = new AssetId(BRIDGE.engine(), AssetId.Kind.IMAGE, name);
            listed.add(odd);
            give(course, odd);
            assertThat(AssetId.parse(odd.toString())).contains(odd);
            assertThat(tables.store.shares().load()).containsKey(odd);
        }
        assertThat(AssetId.parse("lab-docker.image.")).isEmpty();
        assertThat(AssetId.parse("lab-docker.volume.x")).isEmpty();
        assertThat(AssetId.parse("..x")).isEmpty();
        assertThat(AssetId.parse("lab-docker.image." + "x".repeat(401))).isEmpty();
    }

    private void give(UUID project, AssetId asset) {
        sharing.change(List.of(new Share(project, asset)), List.of());
    }

    private boolean sees(String name, AssetId asset) {
        return tables.registry.model().rights(name).sees(asset, LAB);
    }

    private static void signIn(String name) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(name, "", "ROLE_USER"));
    }

    private static void assertRefused(Reason reason, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        AccessRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
