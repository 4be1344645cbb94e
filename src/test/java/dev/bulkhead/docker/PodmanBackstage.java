package dev.bulkhead.docker;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.contract.DaemonBackstage;
import dev.bulkhead.testing.PodmanService;
import java.util.List;

/** A real Podman behind the contract kit. */
final class PodmanBackstage extends DaemonBackstage<PodmanService> {

    private static final EngineId ID = new EngineId("test-podman");

    PodmanBackstage(PodmanService service) {
        super(service);
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
        return daemon.podman(
                        "run",
                        "--detach",
                        "--network",
                        "none",
                        "--name",
                        name,
                        PodmanService.IMAGE,
                        "sh",
                        "-c",
                        DockerBackstage.GUEST)
                .strip();
    }

    @Override
    public void start(String localId) {
        daemon.podman("start", localId);
    }

    @Override
    public void stop(String localId) {
        daemon.podman("stop", "--time", "0", localId);
    }

    @Override
    public void remove(String localId) {
        daemon.podman("rm", "--force", "--ignore", "--time", "0", "--volumes", localId);
    }

    @Override
    public void rename(String localId, String name) {
        daemon.podman("rename", localId, name);
    }

    @Override
    public String inside(String localId, String line) {
        return daemon.podman("exec", localId, "sh", "-c", line);
    }

    @Override
    public String unknownId() {
        return DockerBackstage.randomId();
    }

    /** Podman accepts the same names as Docker. */
    @Override
    public List<String> refusedNames() {
        return DockerBackstage.refusedByDocker();
    }
}
