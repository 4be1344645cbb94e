package dev.bulkhead.lxd;

import dev.bulkhead.engine.contract.Backstage;
import dev.bulkhead.engine.contract.EngineContract;
import dev.bulkhead.testing.TestEngines;

final class LxdEngineContractTest extends EngineContract {

    @Override
    protected Backstage backstage() {
        return new LxdBackstage(TestEngines.lxd());
    }
}
