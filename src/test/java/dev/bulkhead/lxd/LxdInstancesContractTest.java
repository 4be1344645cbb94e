package dev.bulkhead.lxd;

import dev.bulkhead.engine.contract.Backstage;
import dev.bulkhead.engine.contract.InstancesContract;
import dev.bulkhead.testing.TestEngines;

final class LxdInstancesContractTest extends InstancesContract {

    @Override
    protected Backstage backstage() {
        return new LxdBackstage(TestEngines.lxd());
    }
}
