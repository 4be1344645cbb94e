package dev.bulkhead.docker;

import dev.bulkhead.engine.Network;
import dev.bulkhead.engine.contract.NetworksContract;
import java.util.ArrayList;
import java.util.List;

/** Networks of any engine that speaks Docker's API. */
abstract class BridgedNetworksContract extends NetworksContract {

    /** Runs the engine's own command line. */
    abstract String cli(String... arguments);

    /** Whether the engine lets one choose the bridge, and tells it. */
    boolean tellsBridges() {
        return true;
    }

    @Override
    protected void makeNetwork(String name) {
        List<String> command = new ArrayList<>(List.of("network", "create", "--internal", "--subnet", SUBNET));
        if (tellsBridges()) {
            command.addAll(List.of("--opt", "com.docker.network.bridge.name=" + BRIDGE));
        }
        command.add(name);
        cli(command.toArray(String[]::new));
    }

    @Override
    protected void removeNetwork(String name) {
        cli("network", "rm", name);
    }

    @Override
    protected Network expected(String name) {
        return new Network(name, "bridge", tellsBridges() ? BRIDGE : "", List.of(SUBNET), false, true);
    }
}
