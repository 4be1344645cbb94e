package dev.bulkhead.engine.fake;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.contract.Backstage;

/** The fake behind the contract kit. */
final class FakeBackstage implements Backstage {

    private static final EngineId ID = new EngineId("fake");

    private final FakeBackend backend = new FakeBackend(ID, InstanceKind.VIRTUAL_MACHINE);

    FakeBackend backend() {
        return backend;
    }

    @Override
    public Engine open() {
        return new FakeEngine(ID, backend);
    }

    @Override
    public InstanceKind kind() {
        return backend.kind();
    }

    @Override
    public String makeGuest(String name) {
        return backend.add(name, InstanceState.RUNNING);
    }

    @Override
    public void start(String localId) {
        backend.enter(localId, InstanceState.RUNNING);
    }

    @Override
    public void stop(String localId) {
        backend.enter(localId, InstanceState.STOPPED);
    }

    @Override
    public void remove(String localId) {
        backend.remove(localId);
    }

    @Override
    public void rename(String localId, String name) {
        backend.rename(localId, name);
    }

    @Override
    public void kill() {
        backend.die();
    }

    @Override
    public void revive() {
        backend.revive();
    }

    @Override
    public void freeze() {
        backend.freeze();
    }

    @Override
    public void thaw() {
        backend.thaw();
    }
}
