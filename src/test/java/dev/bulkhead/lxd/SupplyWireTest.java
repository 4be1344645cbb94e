package dev.bulkhead.lxd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.Image;
import dev.bulkhead.engine.Network;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks and images of servers that are not here. */
final class SupplyWireTest {

    private final CannedServer server = new CannedServer();
    private final Engine engine = new LxdFactory()
            .create(
                    new EngineId("canned"),
                    new EngineSettings(EngineKind.LXD, URI.create("unix://" + server.socket())));

    @AfterEach
    void close() {
        engine.close();
        server.close();
    }

    @Test
    void aServerThatCanIsAskedOnceForAllProjects() {
        server.onServer("projects", "networks_all_projects", "images_all_projects");
        answer("/1.0/networks?all-projects=true&recursion=1", """
                [{'name':'net','managed':true,'type':'ovn','project':'lab','status':'Pending',
                  'config':{'ipv4.address':'10.5.0.1/24','ipv6.address':'fd42::1/64','network':'none'}},
                 {'name':'eth0','managed':false,'type':'physical','project':'default'},
                 {'name':'veth1','managed':false,'type':'unknown'},{'name':'lo','managed':false,'type':'loopback'}]
                """);
        answer("/1.0/images?all-projects=true&recursion=1", """
                [{'fingerprint':'f1','project':'lab','type':'virtual-machine','aliases':[{'name':'<b>../%2e'},{'name':'b'}]},
                 {'fingerprint':'f2','project':'default','aliases':null,'size':0,'created_at':'0001-01-01T00:00:00Z'}]
                """);

        assertThat(networks())
                .containsExactly(
                        new Network("lab/net", "ovn", "", List.of("10.5.0.0/24", "fd42::/64"), false, false),
                        new Network("eth0", "physical", "eth0", List.of(), true, true));
        assertThat(images())
                .containsExactly(
                        new Image("lab/<b>../%2e", true, "virtual-machine", "", "", null, null),
                        new Image("f2", false, "container", "", "", null, null));
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void anOlderServerIsAskedProjectByProjectForThoseThatHaveTheirOwn() {
        server.onServer("projects");
        answer("/1.0/projects?recursion=1", """
                [{'name':'default','config':{}},{'name':'a b','config':{'features.networks':'true','features.images':'true'}},
                 {'name':'guest','config':{'features.networks':'false'}}]
                """);
        answer("/1.0/networks?project=default&recursion=1", "[{'name':'br0','managed':true,'type':'bridge'}]");
        answer("/1.0/networks?project=a%20b&recursion=1", "[{'name':'br0','managed':true,'type':'ovn'}]");
        answer("/1.0/images?project=default&recursion=1", "[{'fingerprint':'f1'}]");
        answer("/1.0/images?project=a%20b&recursion=1", "[{'fingerprint':'f1','aliases':[{'name':'x'}]}]");

        assertThat(networks()).extracting(Network::name).containsExactly("br0", "a b/br0");
        assertThat(images()).extracting(Image::name).containsExactly("f1", "a b/x");
    }

    @Test
    void imagesThatLookAlikeGoByTheirFingerprints() {
        server.onServer("images_all_projects");
        answer("/1.0/images?all-projects=true&recursion=1", """
                [{'fingerprint':'f1','aliases':[{'name':'lab/x'}]},{'fingerprint':'f2','project':'lab','aliases':[{'name':'x'}]},
                 {'fingerprint':'f3','aliases':[{'name':'x'}]}]
                """);

        assertThat(images()).extracting(Image::name).containsExactly("f1", "lab/f2", "x");
        assertThat(images()).extracting(Image::named).containsExactly(false, false, true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | true",
                "'ipv4.address':'none' | true",
                "'ipv4.address':'auto','ipv4.routing':'false' | true",
                "'ipv4.address':'10.0.0.1/8' | true",
                "'ipv4.address':'10.0.0.1/8','ipv4.nat':'false' | true",
                "'ipv4.address':'10.0.0.1/8','ipv4.routing':'0' | false",
                "'ipv4.address':'10.0.0.1/8','ipv4.routing':'no','ipv6.address':'fd42::1/64' | true",
                "'ipv4.address':'10.0.0.1/8','ipv4.routing':'no','bridge.external_interfaces':'eth1' | true"
            })
    void onlyABridgeThatRoutesNothingLeadsNowhere(String config, boolean outward) {
        server.onServer();
        server.on(
                "/1.0/networks?recursion=1",
                "[{'name':'br0','managed':true,'type':'bridge','config':{%s}}]"
                        .formatted(config)
                        .replace('\'', '"'));

        assertThat(networks()).singleElement().extracting(Network::outward).isEqualTo(outward);
    }

    private void answer(String path, String metadata) {
        server.on(path, metadata.replace('\'', '"'));
    }

    private List<Network> networks() {
        return engine.networks().orElseThrow().list();
    }

    private List<Image> images() {
        return engine.images().orElseThrow().list();
    }
}
