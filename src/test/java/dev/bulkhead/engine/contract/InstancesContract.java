package dev.bulkhead.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Reading instances. What can be done to them is in {@link ActionsContract}. */
public abstract class InstancesContract extends Contract {

    @Test
    void aGuestMadeBehindOurBackIsListedAndRuns() {
        String name = uniqueName();
        String id = makeGuest(name);

        Instance listed = listed(id);

        assertThat(listed.name()).isEqualTo(name);
        assertThat(listed.kind()).isEqualTo(backstage.kind());
        assertThat(listed.details().kind()).isEqualTo(backstage.kind());
        assertThat(listed.state()).isEqualTo(InstanceState.RUNNING);
        assertThat(listed.id().engine()).isEqualTo(engine.id());
        assertThat(listed.problem()).isNull();
    }

    @Test
    void listAndFindAgree() {
        String id = makeGuest();
        backstage.stop(makeGuest());

        for (Instance listed : engine.instances().list()) {
            Instance found = find(listed.id().local());
            assertThat(found.id()).isEqualTo(listed.id());
            assertThat(found.name()).isEqualTo(listed.name());
            assertThat(found.state()).isEqualTo(listed.state());
            assertThat(found.actions()).isEqualTo(listed.actions());
        }
        assertThat(find(id).state()).isEqualTo(InstanceState.RUNNING);
    }

    @Test
    void listNamesEachInstanceOnce() {
        makeGuest();
        makeGuest();

        assertThat(engine.instances().list()).extracting(Instance::id).doesNotHaveDuplicates();
    }

    @Test
    void findOfAnUnknownIdIsEmpty() {
        assertThat(engine.instances().find(backstage.unknownId())).isEmpty();
    }

    @Test
    void aNameOrAPartOfAnIdIsNotAnId() {
        String name = uniqueName();
        String id = makeGuest(name);

        assertThat(engine.instances().find(name)).isEmpty();
        assertThat(engine.instances().find(id.substring(0, id.length() - 1))).isEmpty();
    }

    @Test
    void whatIsNoIdAtAllIsNotFound() {
        for (String noId : List.of("", ".", "..", "a/b", "%2e%2e", "?all=true", "a b", "\r\nHost: x", "🚀")) {
            assertThat(engine.instances().find(noId)).as(noId).isEmpty();
        }
    }

    @Test
    void aGuestStoppedBehindOurBackIsStopped() {
        String id = makeGuest();

        backstage.stop(id);

        awaitState(id, InstanceState.STOPPED);
        assertThat(listed(id).state()).isEqualTo(InstanceState.STOPPED);
    }

    @Test
    void aGuestRemovedBehindOurBackIsGone() {
        String id = makeGuest();

        backstage.remove(id);

        assertThat(engine.instances().find(id)).isEmpty();
        assertThat(engine.instances().list())
                .extracting(each -> each.id().local())
                .doesNotContain(id);
    }

    @Test
    void theIdSurvivesARename() {
        String id = makeGuest();
        backstage.stop(id);
        String renamed = uniqueName();

        backstage.rename(id, renamed);

        assertThat(find(id).name()).isEqualTo(renamed);
        assertThat(listed(id).name()).isEqualTo(renamed);
    }

    @TestFactory
    Stream<DynamicTest> awkwardNamesAreListedAsTheyAre() {
        return Backstage.AWKWARD_NAMES.stream()
                .map(name -> backstage.refusedNames().contains(name)
                        ? DynamicTest.dynamicTest(name + " (the engine refuses it)", () -> assertRefused(name))
                        : DynamicTest.dynamicTest(name, () -> assertListedAs(name)));
    }

    private void assertListedAs(String name) {
        String id = makeGuest(name);
        assertThat(listed(id).name()).isEqualTo(name);
        assertThat(find(id).name()).isEqualTo(name);
    }

    private void assertRefused(String name) {
        assertThatThrownBy(() -> makeGuest(name)).isNotNull();
        assertThat(engine.instances().list()).extracting(Instance::name).doesNotContain(name);
    }

    private Instance listed(String localId) {
        return engine.instances().list().stream()
                .filter(each -> each.id().local().equals(localId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not in the list: " + localId));
    }
}
