package dev.bulkhead.lxd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.ConsoleOffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

final class ConsoleOffersTest {

    private final ConsoleOffers offers = new ConsoleOffers(new HostRights(Path.of("/var/lib/lxd/unix.socket")));

    @Test
    void aMachinesScreenIsOfferedWithTheReasonWhyItCannotBeShown() {
        List<ConsoleOffer> machine = offers.of(document("virtual-machine", 103, "{}", 7));

        assertThat(machine)
                .extracting(ConsoleOffer::kind)
                .containsExactly(ConsoleKind.EXEC, ConsoleKind.SERIAL, ConsoleKind.SCREEN);
        assertThat(machine.get(0).unavailable()).isNull();
        assertThat(machine.get(1).unavailable()).isNull();
        assertThat(machine.get(2).unavailable()).contains("SPICE");
    }

    @Test
    void aMachineWithoutAgentHasNoShell() {
        List<ConsoleOffer> machine = offers.of(document("virtual-machine", 103, "{}", -1));

        assertThat(machine.getFirst().unavailable()).contains("agent");
    }

    @ParameterizedTest
    @ValueSource(ints = {102, 106, 110, 112, 999})
    void whatDoesNotRunHasALogOnly(int status) {
        assertThat(offers.of(document("container", status, "{}", 0)))
                .filteredOn(offer -> offer.unavailable() == null)
                .extracting(ConsoleOffer::kind)
                .containsExactly(ConsoleKind.LOGS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"root\":{\"type\":\"disk\",\"path\":\"/\",\"pool\":\"default\"}}",
                "{\"data\":{\"type\":\"disk\",\"path\":\"/data\",\"source\":\"/srv/data\"}}",
                "{\"data\":{\"type\":\"disk\",\"path\":\"/data\",\"source\":\"volume\",\"pool\":\"default\"}}",
                "{\"web\":{\"type\":\"proxy\",\"listen\":\"tcp:0.0.0.0:80\",\"connect\":\"tcp:127.0.0.1:80\"}}",
                "{\"odd\":{\"type\":\"disk\",\"source\":\"\\u0000\"}}"
            })
    void aContainerIsOfNoPowerOverTheHost(String devices) {
        assertThat(offers.of(document("container", 103, devices, 1))).noneMatch(ConsoleOffer::hostLevel);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"all\":{\"type\":\"disk\",\"path\":\"/host\",\"source\":\"/\"}}",
                "{\"lxd\":{\"type\":\"disk\",\"path\":\"/lxd\",\"source\":\"/srv/../var/lib/lxd\"}}",
                "{\"lxd\":{\"type\":\"proxy\",\"connect\":\"unix:/var/lib/lxd/unix.socket\"}}",
                "{\"sda\":{\"type\":\"disk\",\"path\":\"/mnt\",\"source\":\"/dev/sda1\"}}",
                "{\"sda\":{\"type\":\"unix-block\",\"source\":\"/dev/sda\"}}"
            })
    void aWayToTheHostMakesPowerOverIt(String devices) {
        assertThat(offers.of(document("container", 103, devices, 1)))
                .filteredOn(offer -> offer.kind() != ConsoleKind.LOGS)
                .allMatch(ConsoleOffer::hostLevel);
    }

    @ParameterizedTest
    @ValueSource(strings = {"security.privileged=true", "raw.lxc=lxc.cap.drop=", "raw.idmap=both 0 0"})
    void soDoesConfiguration(String setting) {
        String[] keyAndValue = setting.split("=", 2);
        ObjectNode json = json("container", 103, "{}", 1);
        json.putObject("expanded_config").put(keyAndValue[0], keyAndValue[1]);

        assertThat(offers.of(new InstanceDocument(json)).getFirst().hostLevel()).isTrue();
    }

    private static InstanceDocument document(String type, int status, String devices, int processes) {
        return new InstanceDocument(json(type, status, devices, processes));
    }

    private static ObjectNode json(String type, int status, String devices, int processes) {
        ObjectNode json = Envelope.object().put("name", "c1").put("type", type).put("status_code", status);
        json.set("expanded_devices", Envelope.read(devices));
        json.putObject("state").put("processes", processes);
        return json;
    }
}
