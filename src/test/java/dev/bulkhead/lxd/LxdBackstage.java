package dev.bulkhead.lxd;

import static org.awaitility.Awaitility.await;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.contract.DaemonBackstage;
import dev.bulkhead.testing.LxdDaemon;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A real LXD, and {@code lxc} as somebody else's hands on it. */
final class LxdBackstage extends DaemonBackstage<LxdDaemon> {

    /** LXD takes host names only: letters, digits and hyphens, at most 63 of them. */
    private static final List<String> REFUSED = AWKWARD_NAMES;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<String, String> names = new ConcurrentHashMap<>();

    LxdBackstage(LxdDaemon daemon) {
        super(daemon);
    }

    @Override
    public Engine open() {
        URI uri = URI.create("unix://" + daemon.socket());
        return new LxdFactory().create(new EngineId("test-lxd"), new EngineSettings(EngineKind.LXD, uri));
    }

    @Override
    public InstanceKind kind() {
        return InstanceKind.SYSTEM_CONTAINER;
    }

    @Override
    public String makeGuest(String name) {
        daemon.launch(name, "-c", "security.privileged=true");
        daemon.lxc("exec", name, "--", "sh", "-c", "(while :; do sleep 0.1; done) </dev/null >/dev/null 2>&1 &");
        String id = daemon.lxc("config", "get", name, "volatile.uuid").strip();
        names.put(id, name);
        return id;
    }

    @Override
    public void start(String localId) {
        daemon.lxc("start", nameOf(localId));
    }

    @Override
    public void stop(String localId) {
        daemon.lxc("stop", "--force", nameOf(localId));
    }

    @Override
    public void remove(String localId) {
        String name = names.get(localId);
        if (name != null) {
            // LXD refuses for a moment after it said "stopped", while it tidies up.
            await("removal of " + name).atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> delete(name));
        }
        names.remove(localId);
    }

    private void delete(String name) {
        if (exists(name)) {
            daemon.lxc("delete", "--force", name);
        }
    }

    private boolean exists(String name) {
        return daemon.lxc("list", "--format", "csv", "--columns", "n").lines().anyMatch(name::equals);
    }

    @Override
    public void rename(String localId, String name) {
        daemon.lxc("rename", nameOf(localId), name);
        names.put(localId, name);
    }

    @Override
    public String inside(String localId, String line) {
        return daemon.lxc("exec", nameOf(localId), "--", "sh", "-c", line);
    }

    @Override
    public List<String> refusedNames() {
        return REFUSED;
    }

    private String nameOf(String localId) {
        String name = names.get(localId);
        if (name == null) {
            throw new IllegalArgumentException("Not made here: " + localId);
        }
        return name;
    }
}
