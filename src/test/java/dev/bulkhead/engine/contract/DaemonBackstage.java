package dev.bulkhead.engine.contract;

import dev.bulkhead.testing.EngineDaemon;

/** Where the engine is a real daemon of the tests' own, which can be killed and frozen. */
public abstract class DaemonBackstage<D extends EngineDaemon> implements Backstage {

    protected final D daemon;

    protected DaemonBackstage(D daemon) {
        this.daemon = daemon;
    }

    @Override
    public void kill() {
        daemon.kill();
    }

    @Override
    public void revive() {
        daemon.start();
    }

    @Override
    public void freeze() {
        daemon.freeze();
    }

    @Override
    public void thaw() {
        daemon.thaw();
    }
}
