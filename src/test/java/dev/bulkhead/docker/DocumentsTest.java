package dev.bulkhead.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceDetails.ApplicationContainer;
import dev.bulkhead.engine.InstanceState;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers that the engine of this machine does not give: those of newer, odd and broken ones. */
class DocumentsTest {

    private static final EngineId ENGINE = new EngineId("docker");
    private static final String ID = "ab".repeat(32);

    @Test
    void anUnknownStateIsShownAsUnknownAndOffersNothing() {
        Instance listed = ListedContainer.read(
                ENGINE, json("{'Id':'%s','Names':['/web'],'State':'hibernated','Status':'Zzz'}".formatted(ID)));

        assertThat(listed.state()).isEqualTo(InstanceState.UNKNOWN);
        assertThat(listed.actions()).isEmpty();
        assertThat(listed.problem()).contains("hibernated");
        assertThat(listed.name()).isEqualTo("web");
    }

    @Test
    void fieldsOfAnUnknownFormReadAsAbsent() {
        Instance listed = ListedContainer.read(
                ENGINE,
                json(("{'Id':'%s','Names':7,'State':'running','Status':['x'],'Ports':'none','Labels':[1],'Mounts':7,"
                                + "'Created':'yesterday','Image':{},'NetworkSettings':{'Networks':[]},'New':{'x':1}}")
                        .formatted(ID)));

        assertThat(listed.state()).isEqualTo(InstanceState.RUNNING);
        assertThat(listed.name()).isEmpty();
        assertThat(listed.created()).isNull();
        assertThat(listed.labels()).isEmpty();
    }

    @Test
    void anInspectionOfAnUnknownFormReadsAsAbsentToo() {
        Instance found = InspectedContainer.read(
                ENGINE,
                json(("{'Id':'%s','Name':'/web','State':{'Status':'running','StartedAt':'soon','ExitCode':'x'},"
                                + "'HostConfig':{'Memory':'lots','NanoCpus':-1,'RestartPolicy':'always'},'Args':3}")
                        .formatted(ID)));

        assertThat(found.state()).isEqualTo(InstanceState.RUNNING);
        assertThat(found.memory()).isNull();
        assertThat(found.cpus()).isNull();
        assertThat(found.started()).isNull();
    }

    /** As Docker 20.10 lists a container whose daemon was killed: with the address that it had. */
    @Test
    void aContainerThatDoesNotRunHasNoAddress() {
        String document = "{'Id':'%s','Names':['/web'],'State':'%s','NetworkSettings':{'Networks':"
                + "{'bridge':{'IPAddress':'172.17.0.2','MacAddress':'02:42:AC:11:00:02'}}}}";

        assertThat(ListedContainer.read(ENGINE, json(document.formatted(ID, "exited")))
                        .addresses())
                .isEmpty();
        assertThat(ListedContainer.read(ENGINE, json(document.formatted(ID, "running")))
                        .addresses())
                .containsExactly("172.17.0.2");
    }

    @Test
    void aContainerThatTheKernelKilledForMemoryHasCrashed() {
        Instance found = InspectedContainer.read(
                ENGINE,
                json("{'Id':'%s','Name':'/web','State':{'Status':'exited','OOMKilled':true,'ExitCode':137}}"
                        .formatted(ID)));

        assertThat(found.state()).isEqualTo(InstanceState.CRASHED);
        assertThat(found.stateReason()).isEqualTo("out of memory");
        assertThat(found.actions()).contains(Action.START);
    }

    @Test
    void theNameOfALinkIsNotTheContainersName() {
        Instance listed = ListedContainer.read(
                ENGINE, json("{'Id':'%s','Names':['/app/db','/db'],'State':'running'}".formatted(ID)));

        assertThat(listed.name()).isEqualTo("db");
    }

    @Test
    void portsAndHealthAreReadFromBothForms() {
        Instance listed = ListedContainer.read(
                ENGINE,
                json(("{'Id':'%s','State':'running','Status':'Up 2 hours (unhealthy)','Ports':["
                                + "{'IP':'::','PrivatePort':80,'PublicPort':8080,'Type':'tcp'},{'PrivatePort':53,'Type':'udp'}]}")
                        .formatted(ID)));
        Instance found = InspectedContainer.read(
                ENGINE,
                json(
                        ("{'Id':'%s','State':{'Status':'running','Health':{'Status':'unhealthy'}},'NetworkSettings':{'Ports':"
                                        + "{'80/tcp':[{'HostIp':'::','HostPort':'8080'}],'53/udp':null}}}")
                                .formatted(ID)));

        for (Instance each : java.util.List.of(listed, found)) {
            assertThat(each.details()).isInstanceOfSatisfying(ApplicationContainer.class, details -> {
                assertThat(details.ports()).containsExactly("53/udp", "[::]:8080 → 80/tcp");
                assertThat(details.health()).isEqualTo("unhealthy");
            });
        }
    }

    @Test
    void textIsCutBetweenCharacters() {
        assertThat(Text.cut("abc", 3)).isEqualTo("abc");
        assertThat(Text.cut("abcd", 3)).isEqualTo("ab…");
        assertThat(Text.cut("a🚀cd", 3)).isEqualTo("a…");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
