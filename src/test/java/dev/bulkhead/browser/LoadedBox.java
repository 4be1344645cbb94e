package dev.bulkhead.browser;

import dev.bulkhead.testing.LxdDaemon;
import dev.bulkhead.testing.TestEngines;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A system container of LXD, which tells nothing of disks; it talks to the bridge. */
final class LoadedBox implements LoadedGuest {

    private static final String NAME = "loaded-box";
    private static final double NANOS = 1e9;

    private final LxdDaemon lxd = TestEngines.lxd();
    private final String id;

    LoadedBox() {
        lxd.launch(
                NAME,
                "--network",
                LxdDaemon.BRIDGE,
                "-c",
                "security.privileged=true",
                "-c",
                "limits.cpu.allowance=30ms/100ms");
        lxd.lxc("exec", NAME, "--", "sh", "-c", "ip address add 10.77.0.200/24 dev eth0; ip link set eth0 up");
        id = lxd.lxc("config", "get", NAME, "volatile.uuid").strip();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String path() {
        return "instances/atlas-lxd." + id;
    }

    @Override
    public void work() {
        lxd.lxc("exec", NAME, "--", "sh", "-c", LoadedGuest.loads("/written", "10.77.0.1"));
    }

    @Override
    public void rest() {
        lxd.lxc("exec", NAME, "--", "sh", "-c", END_ALL);
    }

    @Override
    public Map<Figure, Double> told() {
        JsonNode state = JsonMapper.shared().readTree(lxd.lxc("query", "/1.0/instances/" + NAME + "/state"));
        JsonNode nic = state.path("network").path("eth0").path("counters");
        return Map.of(
                Figure.CPU,
                state.path("cpu").path("usage").asDouble(0) / NANOS,
                Figure.MEMORY,
                state.path("memory").path("usage").asDouble(0),
                Figure.IN,
                nic.path("bytes_received").asDouble(0),
                Figure.OUT,
                nic.path("bytes_sent").asDouble(0));
    }

    @Override
    public void close() {
        lxd.lxc("delete", "--force", NAME);
    }
}
