package dev.bulkhead.libvirt;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.Capacity;
import dev.bulkhead.engine.HostFacts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.CString;
import org.libvirt.jna.virNodeInfo;

/** What libvirt tells of its machine, and what this machine tells of itself where both are one. */
final class LibvirtCapacity implements Capacity {

    private final Connections connections;
    private final PoolReader pools = new PoolReader();

    LibvirtCapacity(Connections connections) {
        this.connections = connections;
    }

    @Override
    public HostFacts read() {
        return connections.call(connection -> {
            boolean local = connections.isLocal() && connection.driver() != Driver.TEST;
            EngineIdentity identity = connections.identity(connection);
            virNodeInfo node = new virNodeInfo();
            connection.check(connection.library().virNodeGetInfo(connection.pointer(), node));
            NodeStats memory = NodeStats.memory(connection);
            return new HostFacts(
                    hostName(connection),
                    "",
                    local ? LocalMachine.kernel() : "",
                    Optional.of(local ? LocalMachine.cpuModel() : "")
                            .filter(model -> !model.isEmpty())
                            .orElse(identity.cpuModel()),
                    node.cpus,
                    NodeStats.cpu(connection).cpuTimes(),
                    total(memory, node),
                    used(memory),
                    local ? LocalMachine.bootedAt().orElse(null) : null,
                    identity.accelerated(),
                    pools.read(connection));
        });
    }

    /** The node's memory statistics, since the figure of node information can be that of a part of the machine. */
    private static @Nullable ByteSize total(NodeStats memory, virNodeInfo node) {
        Long total = memory.get("total");
        return ByteSize.ofKibibytes(total == null ? node.memory.longValue() : total);
    }

    private static @Nullable ByteSize used(NodeStats memory) {
        Long total = memory.get("total");
        Long free = memory.get("free");
        if (total == null || free == null) {
            return null;
        }
        long givenBack = free + memory.getOrZero("buffers") + memory.getOrZero("cached");
        return ByteSize.ofKibibytes(Math.max(0, total - givenBack));
    }

    private static String hostName(Connection connection) {
        CString name = connection.library().virConnectGetHostname(connection.pointer());
        if (name == null) {
            return "";
        }
        try {
            return name.toString();
        } finally {
            name.free();
        }
    }
}
