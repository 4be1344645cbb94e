package dev.bulkhead.lxd;

import dev.bulkhead.engine.contract.ActionsContract;
import dev.bulkhead.engine.contract.Backstage;
import dev.bulkhead.testing.TestEngines;

final class LxdActionsContractTest extends ActionsContract {

    @Override
    protected Backstage backstage() {
        return new LxdBackstage(TestEngines.lxd());
    }
}
