package dev.bulkhead.docker;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.contract.DaemonBackstage;
import dev.bulkhead.testing.DockerDaemon;
import java.util.List;
import java.util.UUID;

/** A real Docker Engine behind the contract kit. */
final class DockerBackstage extends DaemonBackstage<DockerDaemon> {

    static final EngineId ID = new EngineId("test-docker");

    /** Ends when asked to, and uses a little CPU time. */
    static final String GUEST = "trap 'exit 0' TERM; while :; do sleep 0.1; done";

    DockerBackstage(DockerDaemon daemon) {
        super(daemon);
    }

    @Override
    public Engine open() {
        return new DockerFactory().create(ID, new EngineSettings(EngineKind.DOCKER, daemon.uri()));
    }

    @Override
    public InstanceKind kind() {
        return InstanceKind.APPLICATION_CONTAINER;
    }

    @Override
    public String makeGuest(String name) {
        return daemon.docker(
                        "run", "--detach", "--network", "none", "--name", name, DockerDaemon.IMAGE, "sh", "-c", GUEST)
                .strip();
    }

    @Override
    public void start(String localId) {
        daemon.docker("start", localId);
    }

    @Override
    public void stop(String localId) {
        daemon.docker("kill", localId);
        daemon.docker("wait", localId);
    }

    @Override
    public void remove(String localId) {
        daemon.docker("rm", "--force", "--volumes", localId);
    }

    @Override
    public void rename(String localId, String name) {
        daemon.docker("rename", localId, name);
    }

    @Override
    public String inside(String localId, String line) {
        return daemon.docker("exec", localId, "sh", "-c", line);
    }

    @Override
    public String unknownId() {
        return randomId();
    }

    static String randomId() {
        return (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
    }

    @Override
    public List<String> refusedNames() {
        return refusedByDocker();
    }

    /** Docker's names begin with a letter or digit and have letters, digits, "_", "." and "-". */
    static List<String> refusedByDocker() {
        return AWKWARD_NAMES.stream()
                .filter(name -> !name.matches("[a-zA-Z0-9][a-zA-Z0-9_.-]+"))
                .toList();
    }
}
