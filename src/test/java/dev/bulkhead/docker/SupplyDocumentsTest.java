package dev.bulkhead.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.Image;
import dev.bulkhead.engine.Network;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Networks and images that the engine of this machine does not have. */
@Timeout(30)
class SupplyDocumentsTest {

    private static final String VERSION =
            ScriptedEngine.json(200, "{'Version':'29','ApiVersion':'1.52','MinAPIVersion':'1.44'}".replace('\'', '"'));

    @Test
    void namesakesAreTwoAndNeitherHasThePlainName() throws IOException {
        String list =
                "[{'Name':'lab','Id':'%s','Driver':'bridge'},{'Name':'lab','Id':'%s','Driver':'macvlan'},{'Name':'x'}]"
                        .formatted("ab".repeat(32), "cd".repeat(32));

        assertThat(networks(list))
                .extracting(Network::name)
                .containsExactly("lab (abababababab)", "lab (cdcdcdcdcdcd)", "x");
    }

    @Test
    void whatAMacvlanStandsOnIsItsDevice() throws IOException {
        assertThat(networks("""
                        [{'Name':'lan','Driver':'macvlan','Options':{'parent':'eth0.7'},
                          'IPAM':{'Config':[{'Subnet':'10.0.0.0/8'},{'Subnet':'fd00::/64'},{'Gateway':'10.0.0.1'}]}}]
                        """))
                .containsExactly(
                        new Network("lan", "macvlan", "eth0.7", List.of("10.0.0.0/8", "fd00::/64"), true, true));
    }

    @Test
    void nothingCanBePluggedIntoAPatternOrTheSwarmsWayIn() throws IOException {
        assertThat(networks("[{'Name':'a','ConfigOnly':true},{'Name':'b','Ingress':true},{'Name':'c'}]"))
                .extracting(Network::active)
                .containsExactly(false, false, true);
    }

    @Test
    void fieldsOfAnUnknownFormReadAsAbsent() throws IOException {
        assertThat(networks("[{'Name':'<b>../%2e','Driver':7,'IPAM':null,'Options':[],'Internal':'x'},3,null]"))
                .containsExactly(new Network("<b>../%2e", "7", "", List.of(), true, true));
        assertThat(images("[{'Id':'sha256:1','RepoTags':null,'Created':'soon','Size':-1},3,null]"))
                .containsExactly(new Image("sha256:1", false, "container", "", "", null, null));
    }

    @Test
    void anImageIsListedOnceATag() throws IOException {
        assertThat(images("[{'Id':'sha256:1','RepoTags':['a:1','a:2','<none>:<none>'],'Created':86400,'Size':5}]"))
                .containsExactly(
                        new Image("a:1", true, "container", "", "", new ByteSize(5), Instant.ofEpochSecond(86400)),
                        new Image("a:2", true, "container", "", "", new ByteSize(5), Instant.ofEpochSecond(86400)));
    }

    private static List<Network> networks(String list) throws IOException {
        try (ScriptedEngine script = script(list);
                Engine engine = open(script)) {
            List<Network> networks = engine.networks().orElseThrow().list();
            assertThat(script.requests()).hasSize(2).last().asString().endsWith("/networks");
            return networks;
        }
    }

    private static List<Image> images(String list) throws IOException {
        try (ScriptedEngine script = script(list);
                Engine engine = open(script)) {
            List<Image> images = engine.images().orElseThrow().list();
            assertThat(script.requests()).hasSize(2).last().asString().endsWith("/images/json");
            return images;
        }
    }

    private static ScriptedEngine script(String list) throws IOException {
        String body = ScriptedEngine.json(200, list.replace('\'', '"'));
        return new ScriptedEngine(request -> request.equals("GET /version") ? VERSION : body);
    }

    private static Engine open(ScriptedEngine script) {
        return new DockerFactory()
                .create(new EngineId("scripted"), new EngineSettings(EngineKind.DOCKER, script.uri()));
    }
}
