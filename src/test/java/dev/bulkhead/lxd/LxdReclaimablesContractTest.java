package dev.bulkhead.lxd;

import dev.bulkhead.engine.contract.Backstage;
import dev.bulkhead.engine.contract.ReclaimablesContract;
import dev.bulkhead.testing.LxdDaemon;
import dev.bulkhead.testing.TestEngines;

final class LxdReclaimablesContractTest extends ReclaimablesContract {

    private static final String POOL = "default";

    private final LxdDaemon lxd = TestEngines.lxd();

    @Override
    protected Backstage backstage() {
        return new LxdBackstage(lxd);
    }

    @Override
    protected void makeVolume(String name) {
        lxd.lxc("storage", "volume", "create", POOL, name);
    }

    @Override
    protected String makeUser(String volume) {
        String guest = uniqueName();
        String id = makeGuest(guest);
        lxd.lxc("storage", "volume", "attach", POOL, volume, guest, "/data");
        return id;
    }

    @Override
    protected void removeVolume(String name) {
        lxd.lxc("storage", "volume", "delete", POOL, name);
    }

    /** A pool that is a directory measures nothing. */
    @Override
    protected boolean measuresVolumes() {
        return false;
    }
}
