package dev.bulkhead.lxd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Network;
import dev.bulkhead.engine.contract.Backstage;
import dev.bulkhead.engine.contract.NetworksContract;
import dev.bulkhead.testing.LxdDaemon;
import dev.bulkhead.testing.TestEngines;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LxdNetworksContractTest extends NetworksContract {

    private final LxdDaemon lxd = TestEngines.lxd();

    @Override
    protected Backstage backstage() {
        return new LxdBackstage(lxd);
    }

    @Override
    protected void makeNetwork(String name) {
        String address = "ipv4.address=" + GATEWAY + "/24";
        lxd.lxc("network", "create", name, address, "ipv4.nat=false", "ipv4.routing=false", "ipv6.address=none");
    }

    @Override
    protected void removeNetwork(String name) {
        lxd.lxc("network", "delete", name);
    }

    /** LXD's bridges are called as their networks. */
    @Override
    protected Network expected(String name) {
        return new Network(name, "bridge", name, List.of(SUBNET), false, true);
    }

    @Test
    void aRoutedBridgeLeadsOutwardAndTheLoopbackIsNone() {
        assertThat(list())
                .contains(
                        new Network(LxdDaemon.BRIDGE, "bridge", LxdDaemon.BRIDGE, List.of("10.77.0.0/24"), true, true))
                .extracting(Network::name)
                .doesNotContain("lo");
    }
}
