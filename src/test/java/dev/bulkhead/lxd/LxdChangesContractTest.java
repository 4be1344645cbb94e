package dev.bulkhead.lxd;

import dev.bulkhead.engine.contract.Backstage;
import dev.bulkhead.engine.contract.ChangesContract;
import dev.bulkhead.testing.TestEngines;

final class LxdChangesContractTest extends ChangesContract {

    @Override
    protected Backstage backstage() {
        return new LxdBackstage(TestEngines.lxd());
    }
}
