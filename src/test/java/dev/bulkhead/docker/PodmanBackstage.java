package dev.bulkhead.docker;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.contract.Backstage;
import dev.bulkhead.testing.PodmanService;
import java.util.List;

/** A real Podman behind the contract kit. */
final class PodmanBackstage implements Backstage {

    private static final EngineId ID = new EngineId("test-podman");

    private final PodmanService service;

    PodmanBackstage(PodmanService service) {
        this.service = service;
    }

    @Override
    public Engine open() {
        return new DockerFactory().create(ID, new EngineSettings(EngineKind.DOCKER, service.uri()));
    }

    @Override
    public InstanceKind kind() {
        return InstanceKind.APPLICATION_CONTAINER;
    }

    @Override
    public String makeGuest(String name) {
        return service.podman(
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
        service.podman("start", localId);
    }

    @Override
    public void stop(String localId) {
        service.podman("stop", "--time", "0", localId);
    }

    @Override
    public void remove(String localId) {
        service.podman("rm", "--force", "--ignore", "--time", "0", "--volumes", localId);
    }

    @Override
    public void rename(String localId, String name) {
        service.podman("rename", localId, name);
    }

    @Override
    public String inside(String localId, String line) {
        return service.podman("exec", localId, "sh", "-c", line);
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

    @Override
    public void kill() {
        service.kill();
    }

    @Override
    public void revive() {
        service.start();
    }

    @Override
    public void freeze() {
        service.freeze();
    }

    @Override
    public void thaw() {
        service.thaw();
    }
}
