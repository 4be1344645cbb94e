package dev.bulkhead.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Network;
import dev.bulkhead.engine.contract.NetworksContract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Networks of any of libvirt's drivers that has them. */
abstract class IsolatedNetworksContract extends NetworksContract {

    private static final String DOCUMENT = """
            <network>
              <name>%s</name>
              %s
              <bridge name="%s"/>
              <ip address="%s" netmask="255.255.255.0"/>
              %s
            </network>
            """;

    abstract String virsh(String... arguments);

    abstract String virshWith(String xml, String command);

    @Override
    protected List<String> names() {
        return List.of(uniqueName(), "<b>x&%2e '\"🚀");
    }

    @Override
    protected void makeNetwork(String name) {
        virshWith(DOCUMENT.formatted(QemuBackstage.escape(name), "", BRIDGE, GATEWAY, ""), "net-define");
        virsh("net-start", "--network", name);
    }

    @Override
    protected void removeNetwork(String name) {
        virsh("net-destroy", "--network", name);
        virsh("net-undefine", "--network", name);
    }

    @Override
    protected Network expected(String name) {
        return new Network(name, "isolated", BRIDGE, List.of(SUBNET), false, true);
    }

    @Test
    void oneThatIsOnlyDefinedIsNotActive() {
        String name = uniqueName();
        String forward = "<forward mode='nat' dev='eth0'/>";
        String ipv6 = "<ip family='ipv6' address='fd00:98::1' prefix='64'/>";
        virshWith(DOCUMENT.formatted(name, forward, BRIDGE, GATEWAY, ipv6), "net-define");
        try {
            assertThat(list()).contains(new Network(name, "nat", BRIDGE, List.of(SUBNET, "fd00:98::/64"), true, false));
        } finally {
            virsh("net-undefine", "--network", name);
        }
    }
}
