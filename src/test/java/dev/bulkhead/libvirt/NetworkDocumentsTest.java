package dev.bulkhead.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Network;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks that cannot be made here. */
class NetworkDocumentsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | isolated | `` | false",
                "<forward mode='none'/> | isolated | `` | false",
                "<forward/><bridge name='virbr0'/> | nat | virbr0 | true",
                "<forward mode='bridge'/><bridge name='br0'/> | bridge | br0 | true",
                "<forward mode='private' dev='eth0'><interface dev='eth0'/></forward> | private | eth0 | true",
                "<forward mode='passthrough'><interface dev='eth1'/></forward> | passthrough | eth1 | true",
                "<forward mode='hostdev'><pf dev='eth2'/></forward> | hostdev | eth2 | true"
            })
    void theForwardModeIsTheType(String inside, String type, String device, boolean outward) {
        assertThat(read("<network>" + inside + "</network>"))
                .isEqualTo(new Network("x", type, device, List.of(), outward, true));
    }

    @Test
    void whatCannotBeReadIsNotLost() {
        assertThat(read("<network")).isEqualTo(new Network("x", "", "", List.of(), true, true));
        assertThat(read("<network><ip address='<b>'/></network>").name()).isEqualTo("x");
        assertThat(read("<network><ip address='host' prefix='8'/><ip/></network>")
                        .subnets())
                .isEmpty();
    }

    private static Network read(String document) {
        return LibvirtNetworks.read("x", true, XmlNode.parseOrAbsent(document));
    }
}
